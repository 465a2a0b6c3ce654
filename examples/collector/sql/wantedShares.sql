-- The shares whose site and token stand in wanted: one step from shares up to their parents.
select site, token, parent, channel, kind, depth, ts, certain, page, target
from events
where type = 'share' and automated is null and bot is null and (site, token) in (select site, token from wanted)
order by ts desc, id

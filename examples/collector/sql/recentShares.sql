-- The last 2,000 shares: what the trees are made of.
select site, token, parent, channel, kind, depth, ts, certain, page, target
from events
where type = 'share' and automated is null and bot is null
order by ts desc, id
limit 2000

-- Landings and people by share, for the shares in wanted, counted as in totals.sql.
select site, token, sum(l) as landings, sum(p) as people
from (
  select site, token, count(*) as l, 0 as p from events
  where type = 'landing' and automated is null and bot is null and (own is null or own = 0)
    and (site, token) in (select site, token from wanted)
  group by site, token
  union all
  select site, token, 0 as l, count(*) as p from events
  where type = 'landing' and automated is null and bot is null and (own is null or own = 0)
    and (site, token) in (select site, token from wanted)
    and (site, id) in (select site, load from events where type = 'engage' and load is not null)
  group by site, token
)
group by site, token

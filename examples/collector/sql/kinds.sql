-- Shares, landings and people by kind, counted as in totals.sql.
select kind, sum(s) as shares, sum(l) as landings, sum(p) as people
from (
  select kind, count(*) as s, 0 as l, 0 as p
  from (
    select distinct site, token, kind from events
    where type = 'share' and certain = 1 and automated is null and bot is null
  )
  group by kind
  union all
  select kind, 0 as s, count(*) as l, 0 as p from events
  where type = 'landing' and automated is null and bot is null and (own is null or own = 0)
  group by kind
  union all
  select kind, 0 as s, 0 as l, count(*) as p from events
  where type = 'landing' and automated is null and bot is null and (own is null or own = 0)
    and (site, id) in (select site, load from events where type = 'engage' and load is not null)
  group by kind
)
group by kind
order by shares desc, landings desc, kind

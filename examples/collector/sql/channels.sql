-- Shares, landings and people by channel, counted as in totals.sql. Limited, because anybody can send new channel names.
select channel, kind, sum(s) as shares, sum(l) as landings, sum(p) as people
from (
  select channel, kind, count(*) as s, 0 as l, 0 as p
  from (
    select distinct site, token, channel, kind from events
    where type = 'share' and certain = 1 and automated is null and bot is null
  )
  group by channel, kind
  union all
  select channel, kind, 0 as s, count(*) as l, 0 as p from events
  where type = 'landing' and automated is null and bot is null and (own is null or own = 0)
  group by channel, kind
  union all
  select channel, kind, 0 as s, 0 as l, count(*) as p from events
  where type = 'landing' and automated is null and bot is null and (own is null or own = 0)
    and (site, id) in (select site, load from events where type = 'engage' and load is not null)
  group by channel, kind
)
group by channel, kind
order by shares desc, landings desc, channel, kind
limit 100

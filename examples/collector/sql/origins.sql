-- The channels that visits came by, counted as in sources.sql. Limited, because anybody can send new channel names.
select confidence, source, source_channel, source_kind, sum(a) as arrivals, sum(p) as people
from (
  select confidence, source, source_channel, source_kind, count(*) as a, 0 as p from events
  where source is not null and source <> 'internal' and automated is null and bot is null and source_channel is not null
  group by confidence, source, source_channel, source_kind
  union all
  select confidence, source, source_channel, source_kind, 0 as a, count(*) as p from events
  where source is not null and source <> 'internal' and automated is null and bot is null and source_channel is not null
    and (site, id) in (select site, load from events where type = 'engage' and load is not null)
  group by confidence, source, source_channel, source_kind
)
group by confidence, source, source_channel, source_kind
order by arrivals desc, source_channel, confidence
limit 100

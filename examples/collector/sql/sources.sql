-- Where visits came from: landings and entry views by source, and behind how many of them a person was. Own landings and steps
-- inside the site are none. Confidence A and B are measured, C named, D hinted at, E inferred, F unknown; never added up.
select confidence, source, sum(a) as arrivals, sum(p) as people
from (
  select confidence, source, count(*) as a, 0 as p from events
  where source is not null and source <> 'internal' and automated is null and bot is null
  group by confidence, source
  union all
  select confidence, source, 0 as a, count(*) as p from events
  where source is not null and source <> 'internal' and automated is null and bot is null
    and (site, id) in (select site, load from events where type = 'engage' and load is not null)
  group by confidence, source
)
group by confidence, source
order by confidence, arrivals desc, source

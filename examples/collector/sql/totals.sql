-- The headline figures, without automated browsers and programs. Shares are distinct tokens that left by an act of the reader, offered
-- ones may have; landings are without the sharer's own; people are landings with an engage event of the same load; damaged are
-- entries whose token was lost; unmatched are landings whose share never arrived.
select 'shares' as what, count(*) as n
from (
  select distinct site, token from events
  where type = 'share' and certain = 1 and automated is null and bot is null
)
union all
select 'offered' as what, count(*) as n
from (
  select distinct site, token from events
  where type = 'share' and certain = 0 and automated is null and bot is null
)
union all
select 'landings' as what, count(*) as n from events
where type = 'landing' and automated is null and bot is null and (own is null or own = 0)
union all
select 'people' as what, count(*) as n from events
where type = 'landing' and automated is null and bot is null and (own is null or own = 0)
  and (site, id) in (select site, load from events where type = 'engage' and load is not null)
union all
select 'views' as what, count(*) as n from events
where type = 'view' and automated is null and bot is null
union all
select 'lost' as what, coalesce(sum(lost), 0) as n from events
where type = 'lost' and automated is null and bot is null
union all
select 'own' as what, count(*) as n from events
where type = 'landing' and automated is null and bot is null and own = 1
union all
select 'repaired' as what, count(*) as n from events
where type = 'landing' and automated is null and bot is null and (own is null or own = 0) and repaired = 1
union all
select 'damaged' as what, count(*) as n from events
where type = 'view' and entry = 1 and automated is null and bot is null and damaged = 1
union all
select 'unmatched' as what, count(*) as n from events
where type = 'landing' and automated is null and bot is null and (own is null or own = 0)
  and (site, token) not in (select site, token from events where type = 'share' and token is not null)
union all
select 'unclassified' as what, count(*) as n from events
where (type = 'landing' or (type = 'view' and entry = 1)) and automated is null and bot is null and source is null

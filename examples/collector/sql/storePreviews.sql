-- Stores the offered previews of shares that the store knows, under the site of the share. The earliest preview of a share stays.
insert into previews
select known.site, offered.token, bot, network, channel, kind, fetched_by, ts
from (
  select distinct site, token from events
  where type in ('share', 'landing') and token in (select token from offered)
) as known
join offered on known.token = offered.token
on conflict do update set
  bot = excluded.bot, network = excluded.network, channel = excluded.channel, kind = excluded.kind,
  fetched_by = excluded.fetched_by, ts = excluded.ts
where excluded.ts < previews.ts or (previews.ts is null and excluded.ts is not null)
returning site, token

-- The signals and the present source of the arrivals in one stretch of the table.
select
  site, id, type, token, channel, kind, repaired, own, damaged, campaign, click, referrer_host, app, page, navigation, entry,
  source, source_channel, source_kind, confidence, because
from events
where rowid >= $first and rowid < $end and (type = 'landing' or (type = 'view' and entry))

-- The last 50 events, newest first.
select
  site, id, type, ts, page, mode, automated, bot, load, token, channel, kind, gesture, depth, parent, target, urls, certain,
  repaired, own, referrer_host, app, click, navigation, entry, campaign, damaged, arrival, evidence, name, lost,
  source, source_channel, source_kind, confidence, because
from events
order by ts desc, id
limit 50

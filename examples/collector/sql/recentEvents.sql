-- The last 50 events, newest first.
select
  site, id, type, ts, page, mode, automated, load, token, channel, kind, gesture, depth, parent, target, urls, certain,
  repaired, own, referrer_host, app, click, navigation, entry, campaign, damaged, arrival, evidence, name, lost
from events
order by ts desc, id
limit 50

-- Gives the events in resourced their new sources.
update events set
  source = resourced.source, source_channel = resourced.source_channel, source_kind = resourced.source_kind,
  confidence = resourced.confidence, because = resourced.because
from resourced
where events.site = resourced.site and events.id = resourced.id

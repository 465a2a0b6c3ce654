-- New sources of events on their way into the store; lives in memory, one per connection.
create temp table resourced as
select site, id, source, source_channel, source_kind, confidence, because from events limit 0

-- Previews on their way into the store; lives in memory, one per connection.
create temp table offered (
  token varchar, bot varchar, network varchar, channel varchar, kind varchar, fetched_by varchar, ts timestamp
)

-- The tokens that an export or an erasure is about; lives in memory, one per connection.
create temp table if not exists named (token varchar)

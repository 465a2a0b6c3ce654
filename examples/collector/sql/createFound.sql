-- Rows of events that name a token of named; holds is true unless it is only the parent. Lives in memory, one per connection.
create temp table if not exists found ("row" bigint, holds boolean)

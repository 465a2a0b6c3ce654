-- The shares that the next question is about; lives in memory, one per connection.
create temp table wanted (site varchar, token varchar)

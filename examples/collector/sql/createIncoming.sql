-- Where a group of events lies before it is stored; lives in memory, one per connection.
create temp table incoming as select * from events limit 0

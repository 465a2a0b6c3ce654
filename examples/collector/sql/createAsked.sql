-- Events whose presence is asked for; lives in memory, one per connection.
create temp table if not exists asked (site varchar, id varchar)

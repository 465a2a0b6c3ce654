-- The events that may be sent again: createSeen.js says why ten days. They come in the order in which they were stored, which DuckDB
-- keeps, and which is that of their arrival but for clocks that were set; to sort them would hold all of them in memory.
select site, id, epoch_ms(received) as received_ms from erased_events
where received >= $since
union all
select site, id, epoch_ms(received) as received_ms from events
where received >= $since

-- The events that may be sent again, the oldest first: createSeen.js says why ten days.
select site, id, epoch_ms(received) as received_ms from events
where received >= now()::timestamp - interval 10 days

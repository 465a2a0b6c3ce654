-- Which of the events in asked the store has already.
select asked.site, asked.id from asked
join events on events.site = asked.site and events.id = asked.id

-- Keeps the ids of the events that eraseEvents.sql deletes, where they may still be sent again.
insert into erased_events
select site, id, received from events
where received >= $since and rowid in (select "row" from found where holds)

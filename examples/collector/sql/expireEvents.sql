-- Deletes the events that arrived too long ago.
delete from events
where received < $before

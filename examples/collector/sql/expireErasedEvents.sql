-- Forgets ids that can no longer be sent again.
delete from erased_events
where received < $before

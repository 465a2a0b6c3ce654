-- Forgets erasures that are as old as the events may be.
delete from erased_tokens
where erased < $before

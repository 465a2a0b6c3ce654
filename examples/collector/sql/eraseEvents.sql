-- Deletes the events that hold a token. Shares that only began with it are left: eraseParents.sql.
delete from events
where rowid in (select "row" from found where holds)

-- The found events, the oldest first.
select * from events
where rowid in (select "row" from found)
order by ts, id

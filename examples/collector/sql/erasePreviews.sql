-- Deletes what previews told of the tokens of named.
delete from previews
where token in (select token from named)

-- What previews told of the tokens of named.
select 'preview' as type, * from previews
where token in (select token from named)
order by ts, token

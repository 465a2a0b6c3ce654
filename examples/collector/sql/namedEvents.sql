-- The events that carry a token of named, that began with it, or that hold it in a text.
select * from events
where token in (select token from named)
  or parent in (select token from named)
  or exists (select 1 from named where contains(concat_ws(' ', page, target, campaign, name, rest), named.token))
order by ts, id

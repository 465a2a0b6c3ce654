-- Deletes the events that carry a token of named or hold it in a text. Shares that only began with it are left: eraseParents.sql.
delete from events
where token in (select token from named)
  or exists (select 1 from named where contains(concat_ws(' ', page, target, campaign, name, rest), named.token))

-- Keeps the ids of the events that eraseEvents.sql deletes, where they may still be sent again.
insert into erased_events
select site, id, received from events
where received >= $since
  and (
    token in (select token from named)
    or exists (select 1 from named where contains(concat_ws(' ', page, target, campaign, name, rest), named.token))
  )

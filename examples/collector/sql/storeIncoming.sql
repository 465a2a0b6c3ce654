-- Stores the events whose (site, id) is new and tells which these are.
insert into events select * from incoming on conflict do nothing returning site, id

-- The first preview bot that fetched each share, as access logs tell. ts is the time of the fetch in UTC, where the log has one.
create table if not exists previews (
  site varchar not null,
  token varchar not null,
  bot varchar not null,
  network varchar not null,
  channel varchar,
  kind varchar,
  fetched_by varchar not null,
  ts timestamp,
  primary key (site, token)
)

-- Finds the events that carry a token of named, hold it in a text, or began with it. pattern is these tokens with | between them.
insert into found
select "row", holds
from (
  select
    rowid as "row",
    parent in (select token from named) as began,
    token in (select token from named) or regexp_matches(page, $pattern) or regexp_matches(target, $pattern)
      or regexp_matches(campaign, $pattern) or regexp_matches(name, $pattern) or regexp_matches(rest, $pattern) as holds
  from events
)
where holds or began

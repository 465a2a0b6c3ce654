-- Ids of erased events, as long as a tracker may send them again: createSeen.js says why ten days.
create table if not exists erased_events (site varchar not null, id varchar not null, received timestamp not null)

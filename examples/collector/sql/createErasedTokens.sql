-- What is remembered of erased tokens: forty bits of a hash, which thousands of tokens share, so that nobody can read them back.
create table if not exists erased_tokens (hash varchar not null, erased timestamp not null)

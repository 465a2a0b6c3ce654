-- Remembers an erased token by its hash.
insert into erased_tokens
select $hash, $now
where $hash not in (select hash from erased_tokens)

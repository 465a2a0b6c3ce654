-- The hashes of all erased tokens.
select hash from erased_tokens

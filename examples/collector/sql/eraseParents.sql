-- Lets other readers' shares forget which erased token they began with.
update events set parent = null
where parent in (select token from named)

-- Deletes previews whose share and landings are all gone.
delete from previews
where (site, token) not in (select site, token from events where type in ('share', 'landing') and token is not null)

-- How many offered previews belong to no share that the store knows.
select count(*) as n from offered
where token not in (select token from events where type in ('share', 'landing') and token is not null)

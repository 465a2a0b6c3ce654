-- What previews told of the shares in wanted.
select site, token, network, channel, kind, fetched_by, ts from previews
where (site, token) in (select site, token from wanted)

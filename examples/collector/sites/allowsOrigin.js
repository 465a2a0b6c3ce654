/**
 * Tells whether an origin may send events for a site. Only browsers are bound to name their origin truly: this keeps other sites'
 * pages out, not programs.
 *
 * @param {ReadonlyMap<string, import('./parseSites.js').Site> | undefined} sites from `parseSites`; undefined allows everything
 * @param {string} site of a batch
 * @param {string | undefined} origin the header `Origin`; undefined where the request has none
 * @returns {boolean}
 */
export function allowsOrigin(sites, site, origin) {
  if (!sites) return true
  const rule = sites.get(site.toLowerCase())
  if (!rule) return false
  if (rule.any) return true
  if (origin === undefined) return rule.noOrigin
  const name = origin.toLowerCase()
  return (
    rule.origins.has(name) ||
    rule.families.some(
      ({ scheme, ending }) =>
        name.startsWith(scheme) &&
        name.endsWith(ending) &&
        name.length > scheme.length + ending.length,
    )
  )
}

/**
 * Which origins may send events for a site.
 *
 * @typedef {object} Site
 * @property {ReadonlySet<string>} origins as browsers write them: `https://journal.example`
 * @property {readonly { scheme: string, ending: string }[]} families `https://*.journal.example`
 * @property {boolean} any every origin, and none
 * @property {boolean} noOrigin also requests that name no origin, as servers send them
 */

/** @typedef {{ ok: true, sites: ReadonlyMap<string, Site> | undefined } | { ok: false, why: string }} ParsedSites */

const HOST = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/
const FAMILY = /^(https?:\/\/)\*(\..+)$/

/**
 * Reads the list of sites and their origins, one site a line; `;` ends a line as well, `#` begins a comment:
 *
 *     journal.example    https://journal.example https://www.journal.example
 *     magazine.example   https://*.magazine.example no-origin
 *
 * A site alone stands for `https://` and itself; `*` behind a site for every origin. A list that is only `*` limits nothing: `sites`
 * is undefined then.
 *
 * @param {string} text
 * @returns {ParsedSites}
 */
export function parseSites(text) {
  const lines = text
    .split('\n')
    .flatMap((line) => (line.split('#', 1)[0] ?? '').split(';'))
    .map((line) => line.trim().toLowerCase())
    .filter((line) => line)
  if (!lines.length) return { ok: false, why: 'The list of sites is empty.' }
  if (lines.length === 1 && lines[0] === '*') return { ok: true, sites: undefined }
  /** @type {Map<string, Site>} */
  const sites = new Map()
  for (const line of lines) {
    const [site = '', ...words] = line.split(/\s+/)
    if (!HOST.test(site)) return { ok: false, why: `"${site}" is no host of a site.` }
    if (sites.has(site)) return { ok: false, why: `The site ${site} stands there twice.` }
    const given = words.filter((word) => word !== 'no-origin' && word !== '*')
    const wrong = given.find((word) => !isOrigin(word.replace(FAMILY, '$1x$2')))
    if (wrong !== undefined)
      return { ok: false, why: `"${wrong}" is no origin such as https://${site}.` }
    const families = given.flatMap((word) => {
      const [, scheme, ending] = FAMILY.exec(word) ?? []
      return scheme && ending ? [{ scheme, ending }] : []
    })
    const origins = given.filter((word) => !word.includes('*'))
    sites.set(site, {
      origins: new Set(given.length ? origins : [`https://${site}`]),
      families,
      any: words.includes('*'),
      noOrigin: words.includes('no-origin'),
    })
  }
  return { ok: true, sites }
}

/** @param {string} text */
const isOrigin = (text) =>
  /^https?:\/\/[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text

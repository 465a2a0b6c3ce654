import { kindOf, mintToken } from 'aparte/token'
import { nanoid } from 'nanoid'

/**
 * What readers did, one line for each share: name, the share it follows from, channel, page, and how many people and how
 * many machines opened the link.
 *
 * @type {[name: string, parent: string, channel: import('aparte/token').Channel, page: string, people: number, machines: number][]}
 */
const SHARES = [
  ['ferry', '', 'whatsapp', '/harbour/last-crossing', 4, 2],
  ['ferry-1', 'ferry', 'copy', '/harbour/last-crossing', 3, 1],
  ['ferry-2', 'ferry-1', 'email', '/harbour/last-crossing', 2, 0],
  ['ferry-3', 'ferry-2', 'whatsapp', '/harbour/last-crossing', 1, 0],
  ['ferry-4', 'ferry', 'telegram', '/harbour/last-crossing', 1, 1],
  ['quote', '', 'copy-text', '/harbour/last-crossing', 1, 0],
  ['board', '', 'copy', '/island/the-noticeboard', 3, 0],
  ['board-1', 'board', 'messenger', '/island/the-noticeboard', 2, 1],
  ['board-2', 'board-1', 'line', '/island/the-noticeboard', 1, 0],
  ['trees', '', 'sms', '/fr/ile/quarante-pommiers', 2, 0],
  ['trees-1', 'trees', 'wechat', '/fr/ile/quarante-pommiers', 1, 1],
  ['post', '', 'facebook', '/culture/library-on-the-tide', 2, 2],
]
/** Visits without a token: what they carry, and how many of them. */
const VISITS = /** @type {const} */ ([
  [{ referrerHost: 'www.google.com' }, 5],
  [{ referrerHost: 'web.whatsapp.com' }, 2],
  [{ referrerHost: 'blog.example' }, 1],
  [{ click: 'fbclid' }, 3],
  [{ campaign: 'newsletter' }, 2],
  [{ app: 'line' }, 2],
  [{ damaged: true }, 1],
  [{ page: 'https://journal.example/' }, 4],
])
const MINUTE_MS = 60_000

/**
 * Makes the events of an invented day that ends at `now`, in milliseconds, for the site `journal.example`.
 *
 * @param {number} now
 */
export function makeDay(now) {
  /** @type {Map<string, { token: string, depth: number }>} */
  const known = new Map()
  /** @type {Record<string, unknown>[]} */
  const events = []
  /** @param {number} minute @param {string} page @param {Record<string, unknown>} fields */
  const add = (minute, page, fields) => {
    const at = now - (SHARES.length * 10 - minute) * MINUTE_MS
    const id = nanoid()
    events.push({ id, at, page: `https://journal.example${page}`, mode: 'cookieless', ...fields })
    return id
  }
  SHARES.forEach(([name, from, channel, page, people, machines], i) => {
    const parent = known.get(from)
    const depth = (parent?.depth ?? 0) + 1
    const share = { token: mintToken(channel, depth), channel, kind: kindOf(channel), depth }
    known.set(name, share)
    add(i * 10, page, { type: 'view', navigation: 'navigate', entry: true })
    const gesture = share.kind === 'blind' ? 'copy' : 'api'
    const chain = parent ? { parent: parent.token } : {}
    add(i * 10 + 1, page, { type: 'share', ...share, gesture, certain: true, ...chain })
    for (let visitor = 0; visitor < people + machines; visitor++) {
      const load = add(i * 10 + 2 + visitor, page, { type: 'landing', ...share, repaired: false })
      const evidence = { arrival: 'landing', evidence: 'input', afterMs: 2300 }
      if (visitor < people)
        add(i * 10 + 3 + visitor, page, { type: 'engage', load, ...evidence, ...share })
    }
  })
  VISITS.forEach(([fields, count], i) => {
    for (let visit = 0; visit < count; visit++) {
      const entry = { type: 'view', navigation: 'navigate', entry: true, ...fields }
      const load = add(i * 9 + visit, '/harbour/last-crossing', entry)
      const evidence = { arrival: 'view', evidence: 'time', afterMs: 10_000 }
      if (visit % 3)
        add(i * 9 + visit + 1, '/harbour/last-crossing', { type: 'engage', load, ...evidence })
    }
  })
  return events
}

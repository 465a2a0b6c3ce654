/** What is fuzzed, and what may never come of it. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { Window } from 'happy-dom'
import { readSettings } from '../../dist/options.js'
import { batchSchema, readBatch, readUserAgent } from '../../dist/server/index.js'
import { channels, decorateShareLink, detect, readToken, strip } from '../../dist/token.js'
import { bodies, hrefs, options, OWN, tokens } from './inputs.mjs'
import { openCollector } from './openCollector.mjs'

/** @param {boolean} isFine @param {string} message */
function demand(isFine, message) {
  if (!isFine) throw new Error(message)
}

/** A `__proto__` that was taken for a name would show in every object. */
function demandCleanPrototype() {
  for (const name in {}) throw new Error(`Object.prototype has got ${name}`)
}

const params = fc.constantFrom('dks', 'vb', 'shared')

/** @type {import('./fuzz.mjs').Target[]} */
export const targets = [
  {
    name: 'detect',
    weight: 400,
    inputs: fc.tuple(hrefs, params),
    open: async () => ({
      run: (/** @type {[string, string]} */ [href, param]) => {
        const found = detect(href, { param })
        if (!found) return
        const read = readToken(found.token)
        demand(read?.token === found.token, 'no valid token was found')
        demand(typeof found.repaired === 'boolean', 'repaired is no boolean')
        // What was not repaired stands in the query as it is.
        demand(found.repaired || href.includes(`${param}=${found.token}`), 'not as written')
        if (!found.repaired) strip(href, { param })
      },
    }),
  },
  {
    name: 'decorateShareLink',
    weight: 250,
    inputs: fc.tuple(hrefs, params, tokens),
    open: async () => ({
      run: (/** @type {[string, string, string]} */ [href, param, token]) => {
        let minted = 0
        const isOwn = (/** @type {string} */ url) => url.startsWith(OWN)
        const mint = () => (minted++, token)
        const link = decorateShareLink(href, { isOwn, mint, param })
        demand(minted <= 1, 'more than one token for a link')
        if (!link) return
        demand(channels.includes(link.channel), 'no channel')
        demand(link.href.includes(token), 'no token in the link')
        demand(link.href !== href, 'nothing was changed')
      },
    }),
  },
  {
    name: 'readBatch',
    weight: 200,
    inputs: bodies,
    open: async () => {
      const isBatch = new Ajv2020({ strict: false }).compile(batchSchema)
      return {
        run: (/** @type {string} */ body) => {
          const read = readBatch(body)
          demandCleanPrototype()
          if (!read.ok || read.batch.events.length === 0) return
          demand(isBatch(read.batch), `the schema refuses it: ${JSON.stringify(isBatch.errors)}`)
        },
      }
    },
  },
  {
    name: 'readUserAgent',
    weight: 48,
    inputs: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.constantFrom('Mozilla/5.0', ' (', ')', 'WhatsApp/2.', 'bot', 'Googlebot/2.1', '; wv', '[FBAN/', ' Chrome/1'))
        .map((parts) => parts.join('')),
    ), // prettier-ignore
    open: async () => ({
      run: (/** @type {string} */ text) => {
        const { type } = readUserAgent(text)
        demand(['inapp', 'bot', 'browser'].includes(type), `the type is ${type}`)
      },
    }),
  },
  {
    name: 'options',
    weight: 100,
    inputs: options,
    open: async () => {
      // The options are completed from the page.
      const window = new Window({ url: `${OWN}/a` })
      Object.assign(globalThis, { document: window.document, location: window.location })
      return {
        run: (/** @type {import('../../dist/options.js').Options} */ given) => {
          try {
            const { site, domains, endpoint } = readSettings(given)
            demand(typeof site === 'string' && Array.isArray(domains), 'the site is no text')
            demand(typeof endpoint === 'string', 'the endpoint is no text')
          } catch (cause) {
            const isNamed =
              cause instanceof TypeError && cause.message.startsWith('aparte: option ')
            demand(isNamed, `not said of an option: ${String(cause)}`)
          }
          demandCleanPrototype()
        },
        close: () => window.happyDOM.close(),
      }
    },
  },
  {
    name: 'collector',
    weight: 2,
    maxRunMs: 10_000,
    inputs: fc.tuple(
      bodies,
      fc.constantFrom('/collect', '/collect?x', '/', '/events', '/snapshot', '/stream/..', '/%00', '//collect'),
      fc.constantFrom('POST', 'POST', 'POST', 'POST', 'GET', 'PUT', 'OPTIONS', 'DELETE'),
      fc.constantFrom('text/plain;charset=UTF-8', 'text/plain;charset=UTF-8', 'application/json', 'text/html', '', 'text/plain;charset=x'),
    ), // prettier-ignore
    open: openCollector,
  },
]

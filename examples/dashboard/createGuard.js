/** The password of the dashboard: who may see it, and how often somebody may guess. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { createAddressOf } from '../collector/limits/createAddressOf.js'
import { createLimiter } from '../collector/limits/createLimiter.js'

/**
 * Tells whether a request may be answered; else with what it is refused.
 *
 * @typedef {{ ok: true } | { ok: false, status: number, error: string, headers: Record<string, string> }} Admission
 */

/** Wrong passwords from one address: ten at once, then one in six seconds. */
const GUESSES = { perSecond: 1 / 6, burst: 10 }

/**
 * Makes the check of HTTP Basic authentication, with any user name. While an address has guessed too often, its right password is
 * refused as well: else it would be told from the wrong ones. What is kept of an address is said in createLimiter.js.
 *
 * @param {string} password
 * @param {readonly string[]} [trustProxy] proxies that are believed in `X-Forwarded-For`; without one, all readers behind a proxy
 *   guess together
 * @returns {(request: import('node:http').IncomingMessage) => Admission}
 */
export function createGuard(password, trustProxy) {
  const wanted = digestOf(password)
  const limiter = createLimiter(GUESSES)
  const addressOf = createAddressOf(trustProxy)
  return ({ headers, socket }) => {
    const given = /^Basic ([\w+/=-]+)$/i.exec(headers.authorization ?? '')?.[1]
    if (given === undefined) return ASK
    const forwarded = headers['x-forwarded-for']
    const address = addressOf(
      socket.remoteAddress,
      typeof forwarded === 'string' ? forwarded : undefined,
    )
    const bucket = limiter.bucketOf(address ?? 'this machine')
    const waitS = limiter.waitOf(bucket)
    if (waitS) return { ...WAIT, headers: { 'retry-after': String(waitS) } }
    const text = Buffer.from(given, 'base64').toString('utf8')
    // Digests are of one length, and their comparison takes the same time wherever they differ.
    const isRight = timingSafeEqual(digestOf(text.slice(text.indexOf(':') + 1)), wanted)
    if (isRight && text.includes(':')) return { ok: true }
    limiter.charge(bucket, 1)
    return ASK
  }
}

/** @type {Admission} */
const ASK = {
  ok: false,
  status: 401,
  error: 'The dashboard needs its password.',
  headers: { 'www-authenticate': 'Basic realm="dashboard", charset="UTF-8"' },
}

const WAIT = /** @type {const} */ ({
  ok: false,
  status: 429,
  error: 'Too many wrong passwords: wait a little.',
})

/** @param {string} text */
const digestOf = (text) => new Uint8Array(createHash('sha256').update(text).digest())

/**
 * The load of `npm run bench:collector`, in a process of its own: sends batches over several connections for a while or up
 * to a count, and prints what came back as one line of JSON.
 *
 * `node sendLoad.mjs URL EVENTS_PER_BATCH MAX_EVENTS MAX_SECONDS CONNECTIONS`
 */
import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'

const [url = '', ...numbers] = process.argv.slice(2)
const [perBatch = 1, maxEvents = 1, maxSeconds = 1, connections = 1] = numbers.map(Number)

const MAX_REFUSED = 1_000

const page = 'https://journal.example/2026/11/a-title-as-long-as-they-mostly-are'
const base = { page, mode: 'cookieless' }
const touch = { token: 'jj17jrxfr3m34', channel: 'whatsapp', kind: 'private', depth: 2 }
const kinds = [
  { type: 'share', ...touch, gesture: 'link', certain: true },
  { type: 'landing', ...touch, repaired: false, referrerHost: 'l.facebook.com' },
  { type: 'view', navigation: 'navigate', entry: true },
  { type: 'engage', arrival: 'view', evidence: 'input', afterMs: 1234 },
].map((kind) => JSON.stringify({ ...base, ...kind }).slice(1))

// Ids for a hundred events at a time: the load must not cost more than what it is for.
let made = 0
let random = ''
const newId = () => {
  const at = (made++ % 128) * 21
  if (at === 0) random = randomBytes(128 * 16).toString('base64url')
  return random.slice(at, at + 21)
}

const newBody = () => {
  const at = Date.now()
  const events = Array.from(
    { length: perBatch },
    (_, index) => `{"id":"${newId()}","at":${at},${kinds[index % kinds.length]}`,
  )
  return `{"v":1,"site":"journal.example","sentAt":${at},"events":[${events.join()}]}`
}

const agent = new Agent({ keepAlive: true, maxSockets: connections })
const headers = { 'Content-Type': 'text/plain;charset=UTF-8' }

/** @param {string} body @returns {Promise<number>} */
const post = (body) =>
  new Promise((resolve, reject) => {
    const sent = request(`${url}/collect`, { method: 'POST', agent, headers }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0))
    })
    sent.once('error', reject).end(body)
  })

const startedAt = performance.now()
const elapsedMs = () => performance.now() - startedAt
let begun = 0
/** @type {number[]} */
const waitsMs = []
const refused = { count: 0 }

const lane = async () => {
  while (begun < maxEvents && elapsedMs() < maxSeconds * 1000) {
    begun += perBatch
    const body = newBody()
    const sentAt = performance.now()
    // As trackers do: what was not answered with 200 is sent again, and stored once.
    while ((await post(body).catch(() => 0)) !== 200)
      if (++refused.count > MAX_REFUSED) throw new Error('The collector does not answer.')
    waitsMs.push(performance.now() - sentAt)
  }
}
await Promise.all(Array.from({ length: connections }, lane))
const ms = elapsedMs()
agent.destroy()
waitsMs.sort((one, other) => one - other)
const at = (/** @type {number} */ share) => waitsMs[Math.floor(share * (waitsMs.length - 1))] ?? 0
console.log(
  JSON.stringify({
    batches: waitsMs.length,
    refused: refused.count,
    ms,
    medianMs: at(0.5),
    p99Ms: at(0.99),
  }),
)

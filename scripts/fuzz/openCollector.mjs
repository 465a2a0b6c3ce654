import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCollector } from '../../examples/collector/createCollector.js'
import { OWN } from './inputs.mjs'

/** A request to it: body, path, method and content type. @typedef {[string, string, string, string]} Input */

/**
 * Starts the collector of `examples/collector` on a store of its own. A run is one request; whatever it holds, it has to be
 * answered, and never with a fault of the server. At the end a good batch has to be stored.
 */
export async function openCollector() {
  const folder = await mkdtemp(join(tmpdir(), 'aparte-fuzz-'))
  const collector = await createCollector({ file: join(folder, 'events.duckdb') })
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })

  /** @param {Input} input @returns {Promise<number>} the status of the answer */
  const send = ([body, path, method, type]) =>
    new Promise((resolve, reject) => {
      const options = { agent, method, path, headers: { 'content-type': type, origin: OWN } }
      const sent = request(collector.url, options, (response) => {
        response.once('end', () => resolve(response.statusCode ?? 0)).resume()
        // A stream of events does not end by itself.
        if (/event-stream/.test(response.headers['content-type'] ?? '')) response.destroy()
        response.once('close', () => resolve(response.statusCode ?? 0))
      })
      sent.once('error', reject).end(body)
    })

  return {
    run: async (/** @type {Input} */ input) => {
      const status = await send(input)
      if (status < 200 || status >= 500) throw new Error(`answered with ${status}`)
    },
    close: async () => {
      const at = Date.now()
      const page = `${OWN}/last`
      const event = {
        id: 'the-last-of-all-events'.slice(0, 21),
        type: 'view',
        at,
        page,
        mode: 'cookieless',
      }
      const events = [{ ...event, navigation: 'navigate', entry: true }]
      const body = JSON.stringify({ v: 1, site: 'journal.example', sentAt: at, events })
      await send([body, '/collect', 'POST', 'text/plain;charset=UTF-8'])
      const [row] = await collector.query('SELECT count(*) AS n FROM events WHERE page = $page', {
        page,
      })
      agent.destroy()
      await collector.close()
      await rm(folder, { recursive: true, force: true })
      if (Number(row?.['n']) !== 1) throw new Error('a good event was not stored at the end')
    },
  }
}

/**
 * What a scenario stands on: a browser profile, a site, and a line to a real collector: browser → latency proxy → front →
 * collector.
 */
import type { Context, Engine, Page } from '../browser/drivers/engine.js'
import { openCollector } from '../browser/openCollector.js'
import { waitFor } from '../browser/waitFor.js'
import { createLatencyProxy, type LatencyProxy } from '../proxy/createLatencyProxy.js'
import { createFaultSite, type Trouble } from './createFaultSite.js'
import { createFront, type Front } from './createFront.js'
import { hear } from './hear.js'

/** Consent modes that scenarios run in. */
export type Mode = 'granted' | 'cookieless'

/** What the store holds of what was sent. */
export interface Outcome {
  sent: number
  stored: number
  /** Events that the store holds twice. */
  doubled: number
  /** What the `lost` events in the store add up to. */
  told: number
  /** Events that still wait in the browser after the last visit. */
  left: number
}

/** The parts of a scenario. */
export interface Stand {
  engine: Engine
  mode: Mode
  context: Context
  front: Front
  proxy: LatencyProxy
  /** Opens a page of the site, with this trouble. */
  open: (trouble?: Trouble) => Promise<Page>
  /** Leads a page to another one of the site. */
  leave: (page: Page) => Promise<void>
  /** Makes so many events on a page, in one task; they count as sent. Returns what to look for in the store. */
  track: (page: Page, count?: number) => Promise<string[]>
  /** Waits until these are stored, or everything that was sent; false after `timeoutMs`. */
  waitForAll: (keys?: readonly string[], timeoutMs?: number) => Promise<boolean>
  /** Visits the site, until it has heard that everything is stored which it found waiting in the browser; false where it has not. */
  visit: () => Promise<boolean>
  /** Where storage is allowed, visits the site until it has heard that all is stored which earlier pages left, or nothing more comes. */
  recover: () => Promise<void>
  read: () => Promise<Outcome>
  close: () => Promise<void>
}

// Runs in the page.
const countWaiting = (): number =>
  Object.keys(localStorage).filter((key) => key.startsWith('aparte.dks.e.')).length

const isHeard = async (page: Page): Promise<boolean> => (await page.evaluate(countWaiting)) === 0

/** Longer than a second look of a page and a retry take, because machines are busy. */
const VISIT_MS = 90_000
const MOST_VISITS = 4

/** Opens a stand. `attributes` go to the script tag. */
export async function openStand(
  engine: Engine,
  mode: Mode,
  attributes: Record<string, string> = {},
): Promise<Stand> {
  const collector = await openCollector()
  const front = await createFront(collector.endpoint)
  const proxy = await createLatencyProxy({ port: front.port })
  const site = await createFaultSite(proxy.url)
  site.setScript({
    'data-endpoint': `${proxy.url}/collect`,
    'data-consent': mode,
    ...attributes,
  })
  const context = await engine.createContext()
  const sent = new Set<string>()
  let left = 0

  const readKeys = async (): Promise<string[]> =>
    (await collector.read('convert')).map(({ name }) => String(name))
  const waitForAll = (keys?: readonly string[], timeoutMs = VISIT_MS): Promise<boolean> => {
    const isStored = async (): Promise<boolean> => {
      const wanted = [...(keys ?? sent)]
      // Looking into the store costs more than anything else here, so its answers come first.
      if (!wanted.every(front.hasTaken)) return false
      const stored = new Set(await readKeys())
      return wanted.every((key) => stored.has(key))
    }
    return waitFor('the events', isStored, timeoutMs).then(
      () => true,
      () => false,
    )
  }
  const open = (trouble?: Trouble): Promise<Page> =>
    context.open(`${site.url}/page${trouble ? `?${trouble}` : ''}`)

  const visit = async (): Promise<boolean> => {
    const page = await open()
    await hear(page)
    const isDone = await waitFor('an empty outbox', () => isHeard(page), VISIT_MS).catch(
      () => false,
    )
    left = await page.evaluate(countWaiting)
    await page.close()
    return isDone
  }

  return {
    engine,
    mode,
    context,
    front,
    proxy,
    open,
    leave: (page) => page.goto(`${site.url}/next`),
    track: async (page, count = 2) => {
      const keys = Array.from({ length: count }, (_, n) => `event-${sent.size + n}`)
      keys.forEach((key) => sent.add(key))
      await page.evaluate((all) => {
        for (const name of all) window.tracker.convert(name)
      }, keys)
      return keys
    },
    waitForAll,
    visit,
    recover: async () => {
      if (mode !== 'granted') return
      for (let visits = 0; visits < MOST_VISITS; visits++)
        if ((await visit()) && (await waitForAll([...sent], 1000))) return
    },
    read: async () => {
      const keys = (await readKeys()).filter((key) => sent.has(key))
      const stored = new Set(keys).size
      const losses = await collector.read('lost')
      const told = losses.reduce((sum, { lost }) => sum + Number(lost), 0)
      return { sent: sent.size, stored, doubled: keys.length - stored, told, left }
    },
    close: async () => {
      // A browser that has been killed cannot be closed.
      await context.close().catch(() => undefined)
      await site.close()
      await proxy.close()
      await front.close()
      await collector.close()
    },
  }
}

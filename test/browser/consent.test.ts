/** What each consent mode leaves on the device and on the network. */
import { expect, onTestFinished, test } from 'vitest'
import '../../src/window.js'
import type { ConsentMode } from '../../src/consent/gate.js'
import type { AparteEvent, Batch } from '../../src/event/events.js'
import type { Tracker } from '../../src/surface.js'
import { mintToken } from '../../src/token/mintToken.js'
import { copySelection } from './copySelection.js'
import type { Page } from './drivers/engine.js'
import { onEveryEngine } from './onEveryEngine.js'
import { openRelay, type Relay } from './openRelay.js'
import { takeTokens } from './takeTokens.js'
import { waitFor } from './waitFor.js'
import './watch.js'

/** What each mode allows on the device, by the kind of its keys: waiting events, own tokens, the landing of the tab. */
const ALLOWED: Record<ConsentMode, string[]> = {
  granted: ['e', 'in', 'own'],
  exempt: ['e'],
  cookieless: [],
  pending: [],
  denied: [],
}
const MODES = Object.keys(ALLOWED) as ConsentMode[] // its keys
const MONEY = { value: 12, currency: 'EUR' }

const stores = (mode: ConsentMode): boolean => ALLOWED[mode].length > 0
const sends = (mode: ConsentMode): boolean => mode !== 'pending' && mode !== 'denied'

/** Everything that the page's origin keeps on the device. */
function readStored(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name }) => `database ${name}`)
    const cookies = document.cookie === '' ? [] : [document.cookie]
    return [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...cookies, ...databases]
  })
}

/** What a page shows after something was done on it. */
interface Shown {
  /** Kinds of storage that were touched since the load, or after the switch, and not by the test. */
  touched: string[]
  /** Kinds of keys that storage held right after the switch, and whether a value was among what it held. */
  atOnce: { kinds: string[]; holdsMoney: boolean }
  /** The same at the end, and whatever else the origin keeps on the device. */
  stored: string[]
  /** What `tracker.share` has returned. */
  shared: string
  tokens: number
  hasLanding: boolean
  href: string
}

/**
 * Waits until the page was seen, changes the mode if one is given, and then does what a reader and a site do: a share, a
 * goal, and sends what waits.
 */
function act(page: Page, goal: string, consent?: ConsentMode): Promise<Shown> {
  return page.evaluate(
    async ({ mode, name, money }) => {
      const tracker = await new Promise<Tracker>((resolve) => {
        window.aparte?.push(resolve)
      })
      // Behind the task in which the tracker takes the page for seen.
      const whenIdle = window.requestIdleCallback ?? setTimeout
      await new Promise((resolve) => {
        whenIdle(() => setTimeout(resolve))
      })
      const touched = mode ? [] : [...window.touched]
      if (mode) tracker.consent(mode)
      const kindsOf = (names: string[]): string[] =>
        [...new Set(names.map((key) => /^aparte\.dks\.(e|in|own)/.exec(key)?.[1] ?? key))].sort()
      const items = [localStorage, sessionStorage].flatMap((area) => Object.entries(area))
      const atOnce = {
        kinds: kindsOf(items.map(([key]) => key)),
        holdsMoney: items.some(([, value]) => String(value).includes('"value"')),
      }
      window.touched = []
      tracker.convert(name, money)
      const shared = tracker.share('qr')
      await tracker.flush()
      touched.push(...window.touched)
      const names = [...Object.keys(localStorage), ...Object.keys(sessionStorage)]
      const databases = (await indexedDB.databases()).map((base) => `database ${base.name}`)
      return {
        touched: [...new Set(touched)].sort(),
        atOnce,
        stored: [...kindsOf(names), ...databases, ...document.cookie.split('; ').filter(Boolean)],
        shared,
        tokens: tracker.tokens().length,
        hasLanding: tracker.landing !== undefined,
        href: location.href,
      }
    },
    { mode: consent, name: goal, money: MONEY },
  )
}

/** The events in the bodies of requests, each of them once. */
function eventsIn(bodies: readonly string[]): AparteEvent[] {
  const events = bodies.flatMap((body) => (JSON.parse(body) as Batch).events)
  return [...new Map(events.map((event) => [event.id, event])).values()]
}

/** Of events what tells them apart here: a goal by its name and whether it has a value, and the mode. */
function tell(events: readonly AparteEvent[]): string[] {
  return events
    .map((event) => {
      if (event.type !== 'convert') return `${event.type} ${event.mode}`
      return `${event.name} ${event.mode}${'value' in event ? ' with value' : ''}`
    })
    .sort()
}

onEveryEngine('consent', (stage) => {
  test('cookieless touches no storage, from arrival to share', async () => {
    const { engine, site, collector } = stage
    stage.serve({ 'data-consent': 'cookieless' })
    const context = await stage.createContext()
    const page = await context.open(`${site.url}/storage?dks=${mintToken('x', 1)}`)
    await copySelection(engine, page, '#copied')
    await collector.waitForEvents('landing', 1)
    await collector.waitForEvents('share', 1)
    expect(await page.evaluate(() => window.touched)).toEqual([])
    expect(await readStored(page)).toEqual([])
    // The check itself can fail: it sees a touch when there is one.
    expect(await page.evaluate(() => window.touched.length > 0)).toBe(true)
  })

  test('denied sends nothing, and the copy stays clean', async () => {
    const { engine, site } = stage
    stage.serve({ 'data-consent': 'denied', 'data-endpoint': `${site.url}/denied` })
    const page = await (
      await stage.createContext()
    ).open(`${site.url}/storage?dks=${mintToken('x', 1)}`)
    await waitFor('the clean address', () => page.evaluate(() => location.search === ''))
    expect(takeTokens(await copySelection(engine, page, '#copied')).tokens).toEqual([])
    expect(await page.evaluate(() => window.touched)).toEqual([])
    await page.close()
    // The same again, allowed: its request comes last, and it is the only one.
    stage.serve({ 'data-endpoint': `${site.url}/allowed` })
    const allowed = await (await stage.createContext()).open(`${site.url}/article`)
    await copySelection(engine, allowed, '#copied')
    await allowed.close()
    await waitFor('a request', async () => site.requests.includes('POST /allowed'))
    expect(site.requests.filter((request) => request.startsWith('POST /denied'))).toEqual([])
  })

  test('pending leaves a copy clean and sends nothing, until the reader has answered', async () => {
    const { engine, site, collector } = stage
    stage.serve({ 'data-consent': 'pending' })
    const token = mintToken('x', 1)
    const page = await (await stage.createContext()).open(`${site.url}/storage?dks=${token}`)
    expect(takeTokens(await copySelection(engine, page, '#copied')).tokens).toEqual([])
    expect(await page.evaluate(() => window.touched)).toEqual([])
    expect(await collector.read()).toEqual([])
    // What waits for the landing hears of it after the answer.
    const heard = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          window.aparte?.push((tracker) => {
            tracker.on('landing', (event) => resolve([event.token, event.mode]))
            tracker.consent('granted')
          })
        }),
    )
    expect(heard).toEqual([token, 'granted'])
    await collector.waitForEvents('landing', 1)
    const [engage] = await collector.waitForEvents('engage', 1)
    expect(engage).toMatchObject({ mode: 'granted', token })
    const { tokens } = takeTokens(await copySelection(engine, page, '#copied'))
    expect(new Set(tokens).size).toBe(1)
    const [share] = await collector.waitForEvents('share', 1)
    expect(share).toMatchObject({ token: tokens[0], parent: token, mode: 'granted' })
  })

  test('granted keeps events, and a step down deletes them in the same task', async () => {
    const { engine, site, collector } = stage
    stage.serve({ 'data-consent': 'granted' })
    await collector.stop()
    const page = await (await stage.createContext()).open(`${site.url}/article`)
    await copySelection(engine, page, '#copied')
    await waitFor('something stored', async () => (await readStored(page)).length > 0)
    const [before, after] = await page.evaluate(
      () =>
        new Promise<[number, string[]]>((resolve) => {
          localStorage.setItem('theirs', 'stays')
          window.aparte?.push((tracker) => {
            const stored = localStorage.length + sessionStorage.length
            tracker.consent('cookieless')
            resolve([stored, [...Object.keys(localStorage), ...Object.keys(sessionStorage)]])
          })
        }),
    )
    expect(before).toBeGreaterThan(1)
    expect(after).toEqual(['theirs'])
    // What was waiting is still sent, now from memory.
    await collector.start()
    await collector.waitForEvents('share', 1, 40_000)
    expect(await readStored(page)).toEqual(['theirs'])
  })
})

onEveryEngine(
  'the table of the modes',
  (stage) => {
    for (const from of MODES) {
      test(`holds, cell by cell, before and after each switch from ${from}`, async () => {
        const { site, collector } = stage
        const relay: Relay = await openRelay(collector.endpoint)
        onTestFinished(relay.close)
        // Without the script, to begin with.
        const page = await (await stage.createContext()).open(`${site.url}/storage`)
        stage.serve({ 'data-consent': from, 'data-endpoint': relay.endpoint })
        for (const to of MODES.filter((mode) => mode !== from)) {
          // What an earlier visit left, in mode granted, where the start does not allow to send it.
          const left = stores(from) ? [] : ALLOWED.granted
          await page.evaluate(
            ({ isLeft, token, money }) => {
              localStorage.clear()
              sessionStorage.clear()
              if (!isLeft) return
              const event = { at: Date.now() - 60_000, page: location.href, mode: 'granted' }
              const goal = {
                id: token.padEnd(21, '_'),
                ...event,
                type: 'convert',
                name: 'left',
                ...money,
              }
              localStorage.setItem(`aparte.dks.e.${goal.id}`, JSON.stringify(goal))
              localStorage.setItem('aparte.dks.own', ` ${token}`)
              sessionStorage.setItem('aparte.dks.in', token)
            },
            { isLeft: left.length > 0, token: mintToken('copy', 1), money: MONEY },
          )
          relay.bodies.length = 0
          relay.shut(true)
          const token = mintToken('x', 1)
          await page.goto(`${site.url}/storage/${to}?dks=${token}`)

          const before = await act(page, 'before')
          expect(before.touched).toEqual(
            from === 'granted'
              ? ['localStorage', 'sessionStorage']
              : stores(from)
                ? ['localStorage']
                : [],
          )
          expect(before.shared.includes('dks=')).toBe(sends(from))
          expect([before.tokens, before.hasLanding]).toEqual([sends(from) ? 1 : 0, sends(from)])
          await waitFor('the clean address', () => page.evaluate(() => location.search === ''))
          expect(before.stored).toEqual(left.length > 0 ? left : ALLOWED[from])
          const money = from === 'granted' ? ' with value' : ''
          expect(tell(eventsIn(relay.bodies))).toEqual(
            sends(from) ? [`before ${from}${money}`, `landing ${from}`, `share ${from}`] : [],
          )

          relay.bodies.length = 0
          const after = await act(page, 'after', to)
          const isWaiting = to === 'pending' && !stores(from)
          const mayStay = isWaiting ? left : ALLOWED[to]
          expect(after.atOnce.kinds.filter((kind) => !mayStay.includes(kind))).toEqual([])
          // A step down keeps what it may, and takes the value out of it.
          expect(after.atOnce.kinds.includes('e')).toBe(stores(to) || isWaiting)
          expect(after.atOnce.holdsMoney).toBe(isWaiting || (to === 'granted' && left.length > 0))
          expect(after.stored).toEqual(mayStay)
          // A grant has looked into the tab's storage in its own task.
          expect(after.touched).toEqual(stores(to) ? ['localStorage'] : [])
          expect(after.shared.includes('dks=')).toBe(sends(to))
          expect(after.hasLanding).toBe(sends(to))
          expect(after.href).toBe(`${site.url}/storage/${to}`)

          // What waited leaves now, fitted to the answer; what was refused never does.
          relay.shut(false)
          await page.evaluate(async () => {
            const tracker = await new Promise<Tracker>((resolve) => {
              window.aparte?.push(resolve)
            })
            await tracker.flush()
          })
          const mode = sends(from) ? from : to
          const all = [
            from === 'denied'
              ? ''
              : `before ${mode}${from === 'pending' && to === 'granted' ? ' with value' : ''}`,
            `after ${to}${to === 'granted' ? ' with value' : ''}`,
            `landing ${mode}`,
            sends(from) ? `share ${from}` : '',
            `share ${to}`,
            left.length > 0 && stores(to)
              ? `left granted${to === 'granted' ? ' with value' : ''}`
              : '',
          ]
          const wanted = all.filter((told) => told !== '' && sends(to)).sort()
          expect(tell(eventsIn(relay.bodies))).toEqual(wanted)
        }
        // The collector takes the events of every mode.
        const counted = MODES.filter((to) => to !== from && sends(to)).length
        await collector.waitForEvents('landing', counted)
      })
    }
  },
  { isLong: true },
)

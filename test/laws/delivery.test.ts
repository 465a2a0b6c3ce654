/**
 * Two tabs or more, a flaky server, and crashes at any step: what was stored once is never lost, never doubled, and arrives
 * soon after the server is well again.
 */
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createWorld, type Fate, type World } from './deliveryWorld.js'

/** What a command may count on: nothing but how many faults there were. */
interface Model {
  faults: number
}

const MAX_TABS = 4

const ANSWER_MS = 240

/** The longest backoff with its jitter, the longest request, and two looks for orphans. */
const RECOVERY_MS = 450_000 + 60_000 + 2 * 17_000

const command = (
  name: string,
  run: (world: World, model: Model) => void | Promise<void>,
): fc.AsyncCommand<Model, World> => ({
  check: () => true,
  run: async (model, world) => {
    await run(world, model)
    await vi.advanceTimersByTimeAsync(0)
    world.check()
  },
  toString: () => name,
})

const tabAt = ({ tabs }: World, n: number): World['tabs'][number] | undefined =>
  tabs[n % Math.max(tabs.length, 1)]

const tab = fc.nat(MAX_TABS - 1)
const fate = fc.constantFrom<Fate>('ok', 'unheard', 'fails', 'lost')
const waitMs = fc.constantFrom(10, 300, 1000, 5000, 16_000, 60_000, 300_000)
const jumpMs = fc.constantFrom(-3 * 864e5, -3600e3, 3600e3, 3 * 864e5, 8 * 864e5)

const calm = [
  tab.map((n) => command(`track(${n})`, (world) => tabAt(world, n)?.track())),
  waitMs.map((ms) =>
    command(`wait(${ms})`, async () => {
      await vi.advanceTimersByTimeAsync(ms)
    }),
  ),
  fc.constant(
    command('open', (world) => {
      if (world.tabs.length < MAX_TABS) world.open()
    }),
  ),
  tab.map((n) => command(`hide(${n})`, (world) => tabAt(world, n)?.tell('pagehide'))),
  fc.constant(
    command('online', (world) => {
      for (const one of world.tabs.slice()) one.tell('online')
    }),
  ),
]

const stormy = [
  ...calm,
  fate.map((is) =>
    command(`decide(${is})`, (world, model) => {
      if (is !== 'ok') model.faults++
      world.decide(is)
    }),
  ),
  fc.tuple(tab, fc.nat(12)).map(([n, uses]) =>
    command(`crash(${n}, ${uses})`, (world, model) => {
      model.faults++
      tabAt(world, n)?.crashAfter(uses)
    }),
  ),
  tab.map((n) =>
    command(`close(${n})`, (world, model) => {
      const closing = tabAt(world, n)
      model.faults++
      closing?.tell('pagehide')
      closing?.crashAfter(0)
    }),
  ),
  tab.map((n) =>
    command(`restore(${n})`, (world, model) => {
      model.faults++
      tabAt(world, n)?.restore()
    }),
  ),
  jumpMs.map((ms) =>
    command(`jump(${ms})`, (world, model) => {
      model.faults++
      world.jump(ms)
    }),
  ),
]

beforeEach(() => {
  vi.useFakeTimers({ now: 1_795_437_700_000 })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('loses nothing that was stored, doubles nothing, and delivers soon after the server is well', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(stormy, { maxCommands: 60, size: 'max' }), async (all) => {
      vi.clearAllTimers()
      const world = createWorld()
      const model: Model = { faults: 0 }
      world.open()
      world.open()
      await fc.asyncModelRun(() => ({ model, real: world }), all)
      world.decideAll('ok')
      await vi.advanceTimersByTimeAsync(RECOVERY_MS)
      expect(world.findWaiting('living')).toEqual([])
      // What tabs left that live no more needs another visit.
      world.open()
      await vi.advanceTimersByTimeAsync(RECOVERY_MS)
      world.check()
      expect(world.findWaiting('all')).toEqual([])
      expect(world.readMostArrivals()).toBeLessThanOrEqual(3 + model.faults + world.readTimeouts())
    }),
    { numRuns: Number(process.env['APARTE_RUNS'] ?? 100) },
  )
})

it('sends nothing twice that the server has, where nothing but its answers fails', async () => {
  const flips = fc
    .constantFrom<Fate>('ok', 'fails')
    .map((is) => command(`all(${is})`, (world) => world.decideAll(is, ANSWER_MS)))
  await fc.assert(
    fc.asyncProperty(
      fc.commands([...calm, flips], { maxCommands: 40, size: 'max' }),
      async (all) => {
        vi.clearAllTimers()
        const world = createWorld()
        world.decideAll('ok', ANSWER_MS)
        world.open()
        await fc.asyncModelRun(() => ({ model: { faults: 0 }, real: world }), all)
        world.decideAll('ok', ANSWER_MS)
        await vi.advanceTimersByTimeAsync(RECOVERY_MS)
        expect(world.findWaiting('all')).toEqual([])
        expect(world.readMostArrivals()).toBeLessThanOrEqual(1)
      },
    ),
    { numRuns: Number(process.env['APARTE_RUNS'] ?? 60) },
  )
})

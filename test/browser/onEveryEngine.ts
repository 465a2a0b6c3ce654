/** Runs the same tests on Chromium, Firefox and WebKitGTK, each on the built script, a real site and a real collector. */
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readBrowsers } from '../../scripts/setup/readBrowsers.mjs'
import { createSite, type ScriptAttributes, type Site } from './createSite.js'
import type { Context, ContextOptions, Engine, EngineName } from './drivers/engine.js'
import { findStart } from './findStart.js'
import { openCollector, type TestCollector } from './openCollector.js'
import { openWorld, type World } from './openWorld.js'
import { isQuick } from './isQuick.js'
import { shareEngine } from './shareEngine.js'

/** What a test stands on. Its parts exist while a test runs; site and collector are new for every test. */
export interface Stage {
  readonly engine: Engine
  readonly site: Site
  readonly collector: TestCollector
  /** A profile of its own, closed after the test. */
  createContext: (options?: ContextOptions) => Promise<Context>
  /** The rest of the web, for contexts that are told of it; closed after the test. */
  openWorld: typeof openWorld
  /** From now on pages carry the script, with the collector as endpoint and these attributes, and this markup before it. */
  serve: (attributes?: Record<string, string>, before?: string) => void
}

// What setup has found; an engine that is missing says why.
const { engines } = await readBrowsers()

function demand<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`${what} exists only while a test runs`)
  return value
}

function stageTests(
  name: EngineName,
  start: () => Promise<Engine>,
  body: (stage: Stage) => void,
): void {
  let engine: Engine | undefined
  let site: Site | undefined
  let collector: TestCollector | undefined
  const contexts = new Set<Context>()
  const worlds = new Set<World>()

  beforeAll(async () => {
    engine = await shareEngine(name, start)
    console.log(`engine: ${engine.name} ${engine.version}`)
  })
  beforeEach(async () => {
    site = await createSite()
    collector = await openCollector()
  })
  afterEach(async () => {
    await Promise.all([...contexts].map((context) => context.close()))
    contexts.clear()
    await Promise.all([...worlds].map((world) => world.close()))
    worlds.clear()
    await site?.close()
    await collector?.close()
  })

  const stage: Stage = {
    get engine() {
      return demand(engine, 'the engine')
    },
    get site() {
      return demand(site, 'the site')
    },
    get collector() {
      return demand(collector, 'the collector')
    },
    createContext: async (options) => {
      const context = await stage.engine.createContext(options)
      const tracked: Context = {
        ...context,
        close: async () => {
          contexts.delete(tracked)
          await context.close()
        },
      }
      contexts.add(tracked)
      return tracked
    },
    openWorld: async (show) => {
      const world = await openWorld(show)
      worlds.add(world)
      return world
    },
    serve: (attributes, before) => {
      const script: ScriptAttributes = { 'data-endpoint': stage.collector.endpoint, ...attributes }
      stage.site.serve(script, before)
    },
  }
  body(stage)
}

/**
 * Declares tests once for each engine. One that cannot run is a visible skip, and a failure where `CI` is set. Long ones
 * run in Chromium alone in `npm test`, which sets `APARTE_QUICK`; `npm run test:browser` runs them in every engine. What
 * others stand for there, it leaves out.
 */
export function onEveryEngine(
  what: string,
  body: (stage: Stage) => void,
  { isLong = false, standIn = '' } = {},
): void {
  for (const found of engines) {
    const start = findStart(found)
    describe(`${what}, ${found.name}`, () => {
      if (standIn && isQuick) {
        test.skip(`is not run here, where ${standIn} is: npm run test:browser`, () => undefined)
        return
      }
      if (isLong && isQuick && found.name !== 'chromium') {
        test.skip('is not run here, because it is long: npm run test:browser', () => undefined)
        return
      }
      if (typeof start !== 'string') stageTests(found.name, start, body)
      else if (process.env['CI']) test('runs', () => expect.unreachable(start))
      else test.skip(`is not run: ${start}`, () => undefined)
    })
  }
}

/** The share sheet. No engine here has one: a function on `Navigator.prototype`, put there before the script, stands for it. */
import { expect, test } from 'vitest'
import { detect } from '../../src/url/detect.js'
import { strip } from '../../src/url/strip.js'
import type { Page } from './drivers/engine.js'
import { onEveryEngine } from './onEveryEngine.js'
import { expectShares } from './shareSteps.js'
import './watch.js'

type Outcome = 'resolve' | 'abort' | 'never'

/** What the browser's method was given. */
interface Call {
  files?: string[]
  text?: string
  title?: string
  url?: string
  /** Whether `this` was `navigator`. */
  isOnNavigator: boolean
  /** Whether it was the page's own object. */
  isAsGiven: boolean
  /** Number of arguments. */
  length: number
}

/** What the page got. */
interface Pressed {
  calls: Call[]
  /** Whether the promise was the browser's own. */
  isSame?: boolean
  settled?: string
  thrown?: string
}

const SHARED = [
  'absolute',
  'relative',
  'empty',
  'text',
  'both',
  'files',
  'frozen',
  'object',
  'getters',
]
const LEFT_ALONE = ['none', 'foreign', 'broken', 'nothing', 'failing']

function press(page: Page, name: string, outcome: Outcome = 'resolve'): Promise<Pressed> {
  return page.evaluate(
    async ({ name: wanted, outcome: wish }) => {
      const { press: run } = window as unknown as {
        press: (name: string, outcome: string) => Promise<Pressed>
      }
      const pressed = await run(wanted, wish)
      // As text: a URL object has become one for the browser, too.
      return JSON.parse(JSON.stringify(pressed)) as Pressed
    },
    { name, outcome },
  )
}

onEveryEngine(
  'the share sheet',
  (stage) => {
    test('is handed own URLs with one token, and everything else as the page wrote it', async () => {
      const { site } = stage
      const url = `${site.url}/native-share`
      const page = await (await stage.createContext()).open(url)
      const native: Pressed[] = []
      for (const name of SHARED) native.push(await press(page, name))
      stage.serve()
      await page.goto(url)
      const tokens: string[] = []
      for (const [at, name] of SHARED.entries()) {
        const { calls, ...rest } = await press(page, name)
        const [call] = calls
        const { calls: asked, ...expected } = native[at] ?? { calls: [] }
        const [given] = asked
        expect(rest, name).toEqual(expected)
        expect(calls, name).toHaveLength(1)
        // Resolved, as browsers do before they hand it on.
        const href = given?.url === undefined ? {} : { url: new URL(given.url, url).href }
        const found = [call?.url, call?.text].flatMap((text) => detect(text ?? '')?.token ?? [])
        expect(found, name).toHaveLength(name === 'both' ? 2 : 1)
        expect(new Set(found).size, name).toBe(1)
        expect(
          {
            ...call,
            ...(call?.url === undefined ? {} : { url: strip(call.url) }),
            ...(call?.text === undefined ? {} : { text: call.text.replace(/\?dks=\w{13}/, '') }),
          },
          name,
        ).toEqual({ ...given, ...href, isAsGiven: false })
        tokens.push(...new Set(found))
      }
      expect(new Set(tokens).size).toBe(SHARED.length)
      expect(await page.evaluate(() => window.watch.errors)).toEqual([])
      const gesture = { channel: 'native', gesture: 'native' }
      await expectShares(
        stage,
        page,
        tokens.map((token) => ({ token, ...gesture })),
      )
    })

    test('is no share without an own URL, when it is cancelled, and while it is open', async () => {
      const { site } = stage
      const url = `${site.url}/native-share`
      const page = await (await stage.createContext()).open(url)
      const pressAll = async (): Promise<Pressed[]> => {
        const pressed: Pressed[] = []
        for (const name of LEFT_ALONE) pressed.push(await press(page, name))
        return pressed
      }
      const native = await pressAll()
      const cancelled = await press(page, 'absolute', 'abort')
      expect(cancelled).toMatchObject({ isSame: true, settled: 'AbortError: cancelled' })
      stage.serve()
      await page.goto(url)
      expect(await pressAll()).toEqual(native)
      for (const outcome of ['abort', 'never'] as const) {
        const { calls, ...rest } = await press(page, 'absolute', outcome)
        expect(detect(calls[0]?.url ?? '')).toBeDefined()
        expect(rest).toEqual({
          isSame: true,
          settled: outcome === 'abort' ? cancelled.settled : 'never',
        })
      }
      expect(await page.evaluate(() => window.watch.errors)).toEqual([])
      await expectShares(stage, page, [])
    })
  },
  { isLong: true },
)

/** Pages that hinder: every gesture works there as without aparté, and what was thrown is told to `onError` alone. */
import { expect, test } from 'vitest'
import { copy, select } from './copySelection.js'
import { createPointer } from './createPointer.js'
import type { Context, Page } from './drivers/engine.js'
import { isQuick } from './isQuick.js'
import { onEveryEngine } from './onEveryEngine.js'
import type { World } from './openWorld.js'
import { readClipboard, type Clipboard } from './readClipboard.js'
import { closeOpened } from './shareSteps.js'
import { takeTokens } from './takeTokens.js'
import './watch.js'

/** What `hostile-handlers.html` keeps on `window`. */
interface Handlers {
  current: { place: string; act: string }
  ran: string[]
}

const PLACES = ['window', 'late window', 'document', 'element'].flatMap((target) => [
  `${target} capture`,
  `${target} bubble`,
])
const FEW = ['document capture', 'element bubble']
const ACTS: [act: string, places: string[]][] = [
  ['own', PLACES],
  ['silence', PLACES],
  ['stop', FEW],
  ['text', FEW],
  ['fail', FEW],
]

onEveryEngine(
  'a copy that handlers of the page meddle with',
  (stage) => {
    const act = async (page: Page, what: string, place: string): Promise<void> => {
      await select(page, '#copied')
      await page.evaluate(
        (current) => {
          Object.assign(window, { current, ran: [], markup: document.body.outerHTML })
        },
        { act: what, place },
      )
    }
    // A handler on the window that is older than aparté, and captures, hears of the copy and of the nested one that writes.
    const readRan = (page: Page): Promise<string[]> =>
      page.evaluate(() =>
        (window as unknown as Handlers).ran.filter((each, at, all) => each !== all[at - 1]),
      )
    const isRestored = (page: Page): Promise<boolean> =>
      page.evaluate(() => document.body.outerHTML === Reflect.get(window, 'markup'))

    test.each(ACTS)(
      'does what they want, and counts what has a token only: %s',
      async (what, places) => {
        const { engine, site, collector } = stage
        const url = `${site.url}/hostile-handlers`
        const page = await (await stage.createContext()).open(url)
        const copyAt = async (place: string): Promise<[Clipboard, string[]]> => {
          await act(page, what, place)
          return [await copy(engine, page), await readRan(page)]
        }
        const native = new Map<string, [Clipboard, string[]]>()
        for (const place of places) native.set(place, await copyAt(place))
        const errors = await page.evaluate(() => window.watch.errors)

        stage.serve()
        await page.goto(url)
        const shared: string[] = []
        for (const [place, [clipboard, ran]] of native) {
          const ours = await copyAt(place)
          expect(ours[1], place).toEqual(ran)
          expect(await isRestored(page), place).toBe(true)
          const { clean, tokens } = takeTokens(ours[0])
          expect(clean, place).toEqual(takeTokens(clipboard).clean)
          expect(tokens.length > 0, place).toBe(
            what !== 'own' && !(what === 'silence' && place === 'window capture'),
          )
          shared.push(...new Set(tokens))
        }
        expect(await page.evaluate(() => window.watch.errors)).toEqual(errors)
        expect(await page.evaluate(() => window.watch.seen)).toBe(0)
        // A share comes last: what was done before is stored by then.
        await act(page, '', '')
        shared.push(...new Set(takeTokens(await copy(engine, page)).tokens))
        await page.close()
        const shares = await collector.waitForEvents('share', shared.length)
        expect(new Set(shares.map(({ token }) => token))).toEqual(new Set(shared))
      },
    )

    test('is no share where they prevent it and write nothing', async () => {
      const { engine, site, collector } = stage
      stage.serve()
      const page = await (await stage.createContext()).open(`${site.url}/hostile-handlers`)
      for (const place of PLACES) {
        await act(page, 'nothing', place)
        await page.press('Control+c')
        expect(await isRestored(page), place).toBe(true)
      }
      await act(page, '', '')
      const [token] = takeTokens(await copy(engine, page)).tokens
      await page.close()
      const [share] = await collector.waitForEvents('share', 1)
      expect(share).toMatchObject({ token })
    })
  },
  { isLong: true },
)

/** What `hostile-turns.html` keeps on `window`. */
interface Turns {
  /** Lets methods throw, or give nonsense, from the next press to its release. */
  arm: (how: string, isNonsense: boolean) => void
  /** How often the page has thrown. */
  thrown: number
  /** What `onError` has heard. */
  told: string[]
  /** URLs that the share sheet was opened with. */
  sheets: string[]
}

type Gesture = 'copy' | 'field' | 'link' | 'open' | 'write' | 'sheet' | 'menu' | 'drag'

/** What turns hostile, and the gestures that it could hinder. */
const TURNS: Record<string, Gesture[]> = {
  selection: ['copy', 'drag'],
  path: ['copy', 'field', 'link', 'open', 'menu', 'drag'],
  transfer: ['copy', 'field', 'drag'],
  elements: ['copy', 'field', 'link', 'open', 'menu', 'drag'],
  attributes: ['copy', 'link', 'menu', 'drag'],
  hrefs: ['copy', 'link', 'menu'],
  walkers: ['copy'],
  insertion: ['copy'],
  deletion: ['copy'],
  boundaries: ['copy'],
  ends: ['copy'],
  styles: ['copy'],
  timers: ['copy', 'link', 'menu'],
  chance: ['copy', 'field', 'link', 'write', 'sheet'],
}

/**
 * Whether a gesture is tried on what turned hostile. In `npm test` each of the two is tried once at least, not every pair:
 * that takes minutes, and is what `npm run test:browser` is for.
 */
function isTried(how: string, gesture: Gesture): boolean {
  const [first] = Object.entries(TURNS).find(([, hindered]) => hindered.includes(gesture)) ?? []
  return !isQuick || first === how || TURNS[how]?.[0] === gesture
}

const PAIR = /(?:[?&]|%3F|%26)dks(?:=|%3D)\w{13}/g

onEveryEngine(
  'a page that turns hostile',
  (stage) => {
    interface Visitor {
      page: Page
      context: Context
      world: World
    }

    const open = async (path: string): Promise<Visitor> => {
      const world = await stage.openWorld()
      const context = await stage.createContext({ world })
      return { page: await context.open(stage.site.url + path), context, world }
    }

    /** Makes a gesture, the page hostile during it, and returns what came of it, without tokens. */
    const make = async (
      gesture: Gesture,
      { page, context, world }: Visitor,
      arm: (page: Page) => Promise<void>,
    ): Promise<unknown> => {
      const { engine } = stage
      const read = async (keys: string): Promise<unknown> => {
        await arm(page)
        const { clean } = takeTokens(await readClipboard(engine.display, () => page.press(keys)))
        // In which WebKit says that a script has written the rest.
        delete clean['org.webkitgtk.WebKit.custom-pasteboard-data']
        return clean
      }
      if (gesture === 'copy') {
        await select(page, '#copied')
        return read('Control+c')
      }
      if (gesture === 'field') {
        await page.click('#field')
        await page.press('Control+a')
        return read('Control+c')
      }
      if (gesture === 'menu' || gesture === 'drag') {
        const pointer = await createPointer(engine, page)
        await arm(page)
        if (gesture === 'menu') await pointer.rightClick('#own')
        else await pointer.drag('#own')
        return gesture
      }
      await page.click('#start')
      await page.evaluate((id) => document.getElementById(id)?.focus(), gesture)
      if (gesture === 'write') return read('Enter')
      await arm(page)
      await page.press('Enter')
      if (gesture === 'sheet') {
        const urls = await page.evaluate(() => (window as unknown as Turns).sheets.splice(0))
        return urls.map((url) => url.replace(PAIR, ''))
      }
      const url = await world.waitForVisit(gesture === 'link' ? 'wa.me' : 't.me')
      await closeOpened(context)
      return url.replace(PAIR, '')
    }

    const expectUnharmed = async (page: Page, what: string): Promise<void> => {
      const { thrown, told, errors, hasTokens } = await page.evaluate(() => {
        const turns = window as unknown as Turns
        const { thrown: times, told: heard } = turns
        turns.thrown = 0
        turns.told = []
        const found = /dks=\w/.test(document.documentElement.outerHTML)
        return { thrown: times, told: heard, errors: window.watch.errors, hasTokens: found }
      })
      expect.soft({ errors, hasTokens }, what).toEqual({ errors: [], hasTokens: false })
      if (thrown > 0) expect.soft(told, what).toContain('Error: refused by the page')
    }

    // By what they need: keys alone, a pointer on a page that nothing covers, or windows that open.
    test.each<[string, Gesture[]]>([
      ['keys', ['copy', 'field', 'write', 'sheet']],
      ['a pointer', ['menu', 'drag']],
      ['windows', ['link', 'open']],
    ])('lets gestures through, and tells of it to `onError` alone: %s', async (_, gestures) => {
      const native = new Map<Gesture, unknown>()
      const visitor = await open('/hostile-turns')
      for (const gesture of gestures)
        native.set(gesture, await make(gesture, visitor, async () => undefined))

      stage.serve()
      for (const [how, hindered] of Object.entries(TURNS)) {
        const tried = gestures.filter((each) => hindered.includes(each) && isTried(how, each))
        if (tried.length > 0) await visitor.page.goto(`${stage.site.url}/hostile-turns`)
        for (const gesture of tried) {
          // A `deleteData` that does nothing and does not say so leaves no way to restore anything.
          const canMislead = gesture === 'copy' && how !== 'deletion'
          for (const isNonsense of canMislead ? [false, true] : [false]) {
            const what = `${how}, ${gesture}, ${isNonsense ? 'nonsense' : 'thrown'}`
            const made = await make(gesture, visitor, (page) =>
              page.evaluate(
                ({ how: wanted, isNonsense: wish }) =>
                  (window as unknown as Turns).arm(wanted, wish),
                { how, isNonsense },
              ),
            )
            expect.soft(made, what).toEqual(native.get(gesture))
            await expectUnharmed(visitor.page, what)
          }
        }
      }
    })

    test.each<[string, Gesture]>([
      ['nothing', 'copy'],
      ['nothing', 'write'],
      ['nothing', 'open'],
      ['nothing', 'sheet'],
      ['throws', 'sheet'],
      ['rejects', 'sheet'],
    ])('works with a method that the page has replaced: %s, %s', async (early, gesture) => {
      const act = async (): Promise<unknown[]> => {
        const visitor = await open(`/hostile-turns?early=${early}`)
        const made = await make(gesture, visitor, async () => undefined)
        const results = await visitor.page.evaluate(
          () => Reflect.get(window, 'results') as string[],
        )
        expect(results.length > 0).toBe(gesture !== 'copy')
        const { errors, hasTokens } = await visitor.page.evaluate(() => {
          const found = /dks=\w/.test(document.documentElement.outerHTML)
          return { errors: window.watch.errors, hasTokens: found }
        })
        expect({ errors, hasTokens }).toEqual({ errors: [], hasTokens: false })
        await visitor.context.close()
        return [made, ...results]
      }
      const native = await act()
      stage.serve()
      expect(await act()).toEqual(native)
    })
  },
  { isLong: true },
)

/**
 * What is selected of `hostile-huge.html`: from the first text of an element to that of another or, without one, all of it;
 * and how many tokens the HTML and the plain text then have.
 */
const HUGE: [from: string, to: string, tokens: [number, number]][] = [
  ['#beside', '#links :nth-child(50)', [51, 0]],
  ['#beside', '#links :nth-child(250)', [0, 0]],
  ['#odd', '', [2, 0]],
  ['#clobbered', '', [1, 0]],
  ['#looped', '', [1, 0]],
]

/** A minute of work for a browser: left to `npm run test:browser`. */
const TEXT: [what: string, query: string, parts: typeof HUGE] = [
  'a text of ten million characters',
  '?text',
  [['#text', '', [1, 1]]],
]

onEveryEngine(
  'a page with more than is usual',
  (stage) => {
    const copyPart = async (page: Page, from: string, to: string): Promise<Clipboard> => {
      await page.click('#start')
      await page.evaluate(
        ({ from: first, to: last }) => {
          const start = document.querySelector(first)
          const text = start?.firstChild
          const end = document.querySelector(last || first)?.firstChild
          if (!start || !text || !end) throw new Error('the fixture has changed')
          const { selection } = window.watch
          if (last) return selection.setBaseAndExtent(text, 2, end, 1)
          if (first !== '#text') return selection.selectAllChildren(start)
          // A few words around the address in ten million characters.
          const middle = text.textContent?.indexOf('http') ?? 0
          selection.setBaseAndExtent(text, middle - 20, text, middle + 60)
        },
        { from, to },
      )
      return copy(stage.engine, page)
    }

    const pages: (typeof TEXT)[] = [['many links, long ones and odd ones', '', HUGE]]
    if (!isQuick) pages.push(TEXT)
    test.each(pages)(
      'is copied from as without aparté, and restored: %s',
      async (_, query, parts) => {
        const url = `${stage.site.url}/hostile-huge${query}`
        const page = await (await stage.createContext()).open(url)
        const native: Clipboard[] = []
        for (const [from, to] of parts) native.push(await copyPart(page, from, to))
        stage.serve()
        await page.goto(url)
        const markup = await page.evaluate(() => document.body.innerHTML.length)
        for (const [at, [from, to, tokens]] of parts.entries()) {
          const clipboard = await copyPart(page, from, to)
          const found = ['text/html', 'UTF8_STRING'].map(
            (flavour) => String(clipboard.get(flavour)).split('dks=').length - 1,
          )
          expect.soft(found, from + to).toEqual(tokens)
          const { clean } = takeTokens(clipboard)
          const expected = takeTokens(native[at] ?? new Map()).clean
          // Compared as a whole: a difference in a megabyte is not worth printing.
          expect.soft(JSON.stringify(clean) === JSON.stringify(expected), from + to).toBe(true)
        }
        expect(await page.evaluate(() => document.body.innerHTML.length)).toBe(markup)
        expect(await page.evaluate(() => window.watch.errors)).toEqual([])
      },
    )

    test('has menus for links of every kind', async () => {
      const { engine, site } = stage
      stage.serve()
      const page = await (await stage.createContext()).open(`${site.url}/hostile-huge`)
      const markup = await page.evaluate(() => document.body.innerHTML.length)
      const pointer = await createPointer(engine, page)
      for (const selector of ['#megabyte', '#unparsable', '#script', '#drawn'])
        await pointer.rightClick(selector)
      expect(await page.evaluate(() => document.body.innerHTML.length)).toBe(markup)
      expect(await page.evaluate(() => window.watch.errors)).toEqual([])
    })
  },
  { isLong: true },
)

onEveryEngine(
  'a clipboard that may not be written',
  (stage) => {
    test('refuses as it would without aparté, and nothing is shared', async () => {
      const { engine, site, collector } = stage
      const page = await (await stage.createContext()).open(`${site.url}/frame-outer`)
      // The page has tried it at its load, in a frame that nobody has clicked in.
      const write = (): Promise<string> =>
        page.evaluate(() => Reflect.get(window, 'written') as Promise<string>)
      const native = await write()
      stage.serve()
      await page.goto(`${site.url}/frame-outer`)
      expect(await write()).toBe(native)
      expect(await page.evaluate(() => window.watch.errors)).toEqual([])
      await select(page, '#copied')
      const [token] = takeTokens(await copy(engine, page)).tokens
      await page.close()
      // Firefox lets a page write that a driver has opened: that is a share, then.
      const isWritten = native === 'written'
      if (!isWritten) expect(native).toMatch(/^NotAllowedError/)
      const shares = await collector.waitForEvents('share', isWritten ? 2 : 1)
      expect(shares.at(-1)).toMatchObject({ token, channel: 'copy-text' })
    })
  },
  { isLong: true },
)

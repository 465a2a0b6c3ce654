/** Drags by the mouse of the display, from one window to another: every flavour that arrives there. */
import { expect, test } from 'vitest'
import { readToken } from '../../src/token/readToken.js'
import { select } from './copySelection.js'
import type { Page } from './drivers/engine.js'
import { onEveryEngine, type Stage } from './onEveryEngine.js'
import { drop, locate, placeWindow, startDrag } from './pointer.js'
import type { Clipboard } from './readClipboard.js'
import { takeTokens } from './takeTokens.js'
import { waitFor } from './waitFor.js'

declare global {
  interface Window {
    drags: number
    overs: string[]
    drops: Record<string, string>[]
  }
}

/** What is dragged: where the mouse takes hold of it, and what is selected then. */
interface Subject {
  grip: string
  selected?: string
}

const LINKS: Subject[] = [{ grip: '#own' }, { grip: '#styled' }]
const SELECTIONS: Subject[] = [
  { grip: '#mixed span', selected: '#mixed' },
  { grip: '#mixed b', selected: '#mixed' },
]
const UNTOUCHED: Subject[] = [
  { grip: '#foreign' },
  { grip: '#ignored' },
  { grip: '#prose span', selected: '#prose' },
]

/** Two windows of two profiles, one above the other. */
interface Desk {
  /** From now on pages are new, and carry the script. */
  serve: () => Promise<void>
  source: Page
  /** Takes hold of something and moves until the page knows. */
  start: (subject: Subject) => Promise<void>
  /** Drags something to the other window. Resolves with what arrives there, under its flavours. */
  dragAway: (subject: Subject) => Promise<Clipboard>
  /** Drags something into the text field of the other window. Resolves with its text. */
  dragToField: (subject: Subject) => Promise<string>
}

async function openDesk(stage: Stage): Promise<Desk> {
  const { engine, site } = stage
  const urls = { source: `${site.url}/drag`, target: `${site.url}/drag-target` }
  const source = await (await stage.createContext()).open(urls.source)
  const target = await (await stage.createContext()).open(urls.target)
  await placeWindow(engine, 'Things to drag', { x: 0, y: 0, width: 1024, height: 510 })
  await placeWindow(engine, 'Drop here', { x: 0, y: 512, width: 1024, height: 510 })

  const start = async ({ grip, selected }: Subject): Promise<void> => {
    if (selected !== undefined) await select(source, selected)
    else await source.evaluate(() => window.watch.selection.removeAllRanges())
    const from = await locate(engine, source, grip, { x: 900, y: 450 })
    await source.evaluate(() => {
      window.drags = 0
    })
    await startDrag(engine, from, () => source.evaluate(() => window.drags > 0))
  }

  const dragTo = async (id: string, subject: Subject): Promise<void> => {
    const to = await locate(engine, target, `#${id}`, { x: 900, y: 980 })
    await target.evaluate(() => {
      window.overs = []
      window.drops = []
    })
    await start(subject)
    await drop(engine, to, () =>
      // The third question is asked when the second has been answered, which is answered by what the page did with the first.
      target.evaluate((wanted) => window.overs.filter((over) => over === wanted).length > 2, id),
    )
  }

  return {
    source,
    serve: async () => {
      stage.serve()
      await source.goto(urls.source)
      await target.goto(urls.target)
    },
    start,
    dragAway: async (subject) => {
      await dragTo('square', subject)
      const flavours = await waitFor('the drop', () =>
        target.evaluate(() => window.drops[0] ?? false),
      )
      return new Map(Object.entries(flavours).map(([type, text]) => [type, Buffer.from(text)]))
    },
    dragToField: async (subject) => {
      await dragTo('field', subject)
      return waitFor('the text in the field', () =>
        target.evaluate(() => document.querySelector('textarea')?.value || false),
      )
    },
  }
}

async function dragEach(desk: Desk, subjects: Subject[]): Promise<Clipboard[]> {
  const dropped: Clipboard[] = []
  for (const subject of subjects) dropped.push(await desk.dragAway(subject))
  return dropped
}

function readHrefs(page: Page): Promise<(string | null)[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('a')].map((link) => link.getAttribute('href')),
  )
}

/** The flavours that differ in nothing but tokens, one token at each own URL. Returns it. */
function expectTagged(dropped: Clipboard, native: Clipboard, origin: string): string {
  const { clean, tokens } = takeTokens(dropped)
  expect(clean).toEqual(takeTokens(native).clean)
  for (const [flavour, bytes] of native) {
    const own = String(bytes).split(`${origin}/story`).length - 1
    const tagged = takeTokens(new Map([[flavour, dropped.get(flavour) ?? Buffer.from('')]]))
    expect([flavour, tagged.tokens.length]).toEqual([flavour, own])
  }
  const [token] = tokens
  if (token === undefined) return expect.unreachable('no token')
  expect(new Set(tokens).size).toBe(1)
  expect(readToken(token)).toMatchObject({ channel: 'drag' })
  return token
}

onEveryEngine(
  'a drag',
  (stage) => {
    test.for([
      ['an own link', LINKS, { target: '/story' }],
      ['a selection with own links and own URLs', SELECTIONS, { urls: 2 }],
    ] as const)('carries a token wherever %s has an own URL', async ([, subjects, shared]) => {
      const { site, collector } = stage
      const desk = await openDesk(stage)
      const native = await dragEach(desk, [...subjects])
      await desk.serve()
      const written = await readHrefs(desk.source)
      const dropped = await dragEach(desk, [...subjects])
      expect(await readHrefs(desk.source)).toEqual(written)
      expect(await desk.source.evaluate(() => window.watch.errors)).toEqual([])

      const tokens = dropped.map((each, at) =>
        expectTagged(each, native[at] ?? new Map(), site.url),
      )
      await desk.source.close()
      const shares = await collector.waitForEvents('share', subjects.length)
      expect(shares.map(({ token }) => token)).toEqual(tokens)
      for (const share of shares) {
        expect(share).toMatchObject({ channel: 'drag', gesture: 'drag', certain: false })
        if ('urls' in shared) expect(share).toMatchObject(shared)
        else expect(share).toMatchObject({ target: site.url + shared.target })
      }
    })

    test('of a picture in an own link carries a token where the browser drags the link, else it is no share', async () => {
      const { site, collector } = stage
      const desk = await openDesk(stage)
      const subjects = [{ grip: '#pictured' }, { grip: '#own' }]
      const [nativePicture = new Map(), nativeLink = new Map()] = await dragEach(desk, subjects)
      await desk.serve()
      const [picture = new Map(), link = new Map()] = await dragEach(desk, subjects)
      const tokens = [expectTagged(link, nativeLink, site.url)]
      // WebKit drags the picture alone.
      if (String(nativePicture.get('text/uri-list')).includes(site.url))
        tokens.unshift(expectTagged(picture, nativePicture, site.url))
      else expect(picture).toEqual(nativePicture)
      await desk.source.close()
      const shares = await collector.waitForEvents('share', tokens.length)
      expect(shares.map(({ token }) => token)).toEqual(tokens)
    })

    test('gives a text field in another window the address with its token', async () => {
      const { site, collector } = stage
      const desk = await openDesk(stage)
      const native = await desk.dragToField({ grip: '#own' })
      await desk.serve()
      const tagged = await desk.dragToField({ grip: '#own' })
      await desk.source.close()
      const [share] = await collector.waitForEvents('share', 1)
      expect(native).toBe(`${site.url}/story?from=drag&part=2#top`)
      expect(tagged).toBe(`${site.url}/story?from=drag&part=2&dks=${String(share?.['token'])}#top`)
    })

    test('of links to other hosts, ignored links and prose is as it was, and no share', async () => {
      const { site, collector } = stage
      const desk = await openDesk(stage)
      const native = await dragEach(desk, UNTOUCHED)
      await desk.serve()
      expect(await dragEach(desk, UNTOUCHED)).toEqual(native)
      const own = takeTokens(await desk.dragAway({ grip: '#own' }))
      await desk.source.close()
      const [share] = await collector.waitForEvents('share', 1)
      expect(share).toMatchObject({ token: own.tokens[0], target: `${site.url}/story` })
    })

    test('holds what the page puts into it', async () => {
      const desk = await openDesk(stage)
      const subjects = [{ grip: '#handled' }, { grip: '#reading' }]
      const native = await dragEach(desk, subjects)
      await desk.serve()
      const dropped = await dragEach(desk, subjects)
      expect(dropped.map((each) => takeTokens(each).clean)).toEqual(
        native.map((each) => takeTokens(each).clean),
      )
      expect(String(dropped[0]?.get('text/plain'))).toBe('The page says this itself.')
    })

    test('that the page refuses is no share', async () => {
      const { collector } = stage
      const desk = await openDesk(stage)
      await desk.serve()
      const written = await readHrefs(desk.source)
      await desk.start({ grip: '#refused' })
      await drop(stage.engine, { x: 900, y: 450 }, async () => true)
      expect(await readHrefs(desk.source)).toEqual(written)
      const own = takeTokens(await desk.dragAway({ grip: '#own' }))
      await desk.source.close()
      const [share] = await collector.waitForEvents('share', 1)
      expect(share).toMatchObject({ token: own.tokens[0] })
    })
  },
  { isLong: true },
)

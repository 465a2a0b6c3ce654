/** The attribution line: a longer copied text ends with it, and is otherwise what the browser writes. */
import { expect, test } from 'vitest'
import { copy, copySelection, select } from './copySelection.js'
import type { Page } from './drivers/engine.js'
import { onEveryEngine, type Stage } from './onEveryEngine.js'
import type { Clipboard } from './readClipboard.js'
import { takeTokens } from './takeTokens.js'
import { waitFor } from './waitFor.js'
import './watch.js'

/** An element, or one of its child nodes by its index, and an offset in that. */
type Point = [selector: string, child: number | 'self', at: number | 'end']

/** What the line begins with, in the language of the text. */
const ENGLISH = 'Read more:'

/** Selections that get the line, the label of it, and how many own URLs stand in their HTML besides. */
const LONG: Record<string, { from: Point; to: Point; label?: string; links?: number }> = {
  'the text of a paragraph': { from: ['#first', 0, 0], to: ['#first', 0, 'end'] },
  'the middle of a text': { from: ['#first', 0, 3], to: ['#first', 0, 35] },
  'a paragraph, between its children': { from: ['#first', 'self', 0], to: ['#first', 'self', 1] },
  'a paragraph, by a triple click': { from: ['#first', 0, 0], to: ['#second', 'self', 0] },
  'parts of two paragraphs': { from: ['#first', 0, 3], to: ['#second', 0, 17] },
  'up to the middle of an emphasis': { from: ['#first', 0, 3], to: ['#second em', 0, 4] },
  'an article': { from: ['#article', 'self', 0], to: ['#article', 'self', 'end'] },
  'up to the end of a link': { from: ['#linked', 0, 11], to: ['#linked a', 0, 'end'], links: 1 },
  'own links and addresses': { from: ['#own', 'self', 0], to: ['#own', 'self', 'end'], links: 2 },
  'a text with a picture at its end': {
    from: ['#picture', 'self', 0],
    to: ['#picture', 'self', 'end'],
  },
  'the middle of a list': { from: ['#list li', 0, 2], to: ['#list li:last-child', 0, 23] },
  'a list': { from: ['#list', 'self', 0], to: ['#list', 'self', 'end'] },
  'a table cell': { from: ['#table td', 0, 0], to: ['#table td', 0, 21] },
  'a table': { from: ['#table', 'self', 0], to: ['#table', 'self', 'end'] },
  'a quotation': { from: ['#quote', 'self', 0], to: ['#quote', 'self', 'end'] },
  'a label in capitals': { from: ['#loud', 'self', 0], to: ['#loud', 'self', 'end'] },
  blocks: { from: ['#blocks', 'self', 0], to: ['#blocks', 'self', 'end'] },
  'a text before one that cannot be selected': {
    from: ['#shut', 'self', 0],
    to: ['#shut', 'self', 'end'],
  },
  'a text before one that is hidden': { from: ['#tail', 'self', 0], to: ['#tail', 'self', 'end'] },
  'a text in French': {
    from: ['#french', 'self', 0],
    to: ['#french', 'self', 'end'],
    label: 'Lire la suite :',
  },
  'a text in Japanese': {
    from: ['#japanese', 'self', 0],
    to: ['#japanese', 'self', 'end'],
    label: '続きを読む：',
  },
}

/** Selections that stay as they are, and how many tokens of own links they hold all the same. */
const LEFT_ALONE: Record<string, { from: Point; to: Point; tokens?: number }> = {
  'too few words': { from: ['#short', 'self', 0], to: ['#short', 'self', 'end'] },
  'too few words that are shown': { from: ['#few', 'self', 0], to: ['#few', 'self', 'end'] },
  'up to the middle of a link': { from: ['#linked', 0, 11], to: ['#linked a', 0, 5], tokens: 1 },
  'preformatted text': { from: ['#pre', 'self', 0], to: ['#pre', 'self', 'end'] },
  'up to code': { from: ['#code', 'self', 0], to: ['#code', 'self', 'end'] },
  'an editor': { from: ['#rich', 'self', 0], to: ['#rich', 'self', 'end'] },
  'a part that is to be ignored': {
    from: ['#ignored', 'self', 0],
    to: ['#ignored', 'self', 'end'],
  },
}

/** Selects from one point to another, as readers do: half of them drag from the end to the start. */
function selectBetween(page: Page, from: Point, to: Point, isBackward: boolean): Promise<void> {
  return page.evaluate(
    ({ points, isBackward: isTurned }) => {
      const [start, end] = points.map(([selector, child, at]): [Node, number] => {
        const element = document.querySelector(selector)
        const node = child === 'self' ? element : element?.childNodes[child]
        if (!node) throw new Error(`the fixture has changed: ${selector}`)
        const length = node instanceof Text ? node.length : node.childNodes.length
        return [node, at === 'end' ? length : at]
      })
      if (start === undefined || end === undefined) throw new Error('a selection has two points')
      if (isTurned) window.watch.selection.setBaseAndExtent(...end, ...start)
      else window.watch.selection.setBaseAndExtent(...start, ...end)
    },
    { points: [from, to], isBackward },
  )
}

/** The flavours that the tests read, as text; Firefox keeps its HTML in UTF-8 here. */
function readFlavours(clipboard: Clipboard): { plain: string; html: string } {
  const { clean } = takeTokens(clipboard)
  const decode = (flavour: string): string =>
    Buffer.from(clean[flavour] ?? '', 'latin1').toString('utf8')
  return { plain: decode('UTF8_STRING'), html: decode('text/html') }
}

/** Copies the selection, and expects the page, its selection and every frame meanwhile to be as before. */
async function copyUnnoticed({ engine }: Stage, page: Page, what: string): Promise<Clipboard> {
  await page.evaluate(() => {
    window.readChanges = window.watch.follow()
  })
  const clipboard = await copy(engine, page)
  expect.soft(await page.evaluate(() => window.readChanges()), `changes by ${what}`).toEqual([])
  const noticed = await page.evaluate(() => {
    const { copies, errors, seen } = window.watch
    return { copies: copies.splice(0), errors, seen }
  })
  expect
    .soft(noticed, `what the page of ${what} noticed`)
    .toEqual({ copies: ['body', 'document'], errors: [], seen: 0 })
  return clipboard
}

/** Takes the line out of the HTML that an engine has made of it. */
function withoutLine(html: string, label: string, url: string): string {
  const blank = '(?:\\s|<span class="Apple-converted-space">\\s</span>)'
  const line = RegExp(
    `<span[^>]*><br><br>${label.replaceAll(' ', blank)}${blank}<a href="${url}"[^>]*>${url}</a></span>`,
  )
  expect.soft(html).toMatch(line)
  return html.replace(line, '')
}

onEveryEngine(
  'the attribution line',
  (stage) => {
    test('ends what is copied, and all else is as it was', async () => {
      const { engine, site, collector } = stage
      const url = `${site.url}/attribution`
      const page = await (await stage.createContext()).open(url)
      // WebKit copies only from a document that has been clicked in.
      await page.click('#start')
      const cases = Object.entries(LONG).map(([what, each], at) => ({
        what,
        label: ENGLISH,
        links: 0,
        isBackward: at % 2 === 1,
        ...each,
      }))
      const native: Clipboard[] = []
      for (const { from, to, isBackward } of cases) {
        await selectBetween(page, from, to, isBackward)
        native.push(await copy(engine, page))
      }

      stage.serve()
      await page.goto(url)
      await page.click('#start')
      const shared: string[] = []
      for (const [at, { what, from, to, isBackward, label, links }] of cases.entries()) {
        await selectBetween(page, from, to, isBackward)
        const clipboard = await copyUnnoticed(stage, page, what)
        const before = readFlavours(native[at] ?? new Map())
        const { plain, html } = readFlavours(clipboard)
        const text = before.plain.trimEnd()
        const rest = before.plain.slice(text.length)
        expect.soft(plain, what).toBe(`${text}\n\n${label} ${url}${rest}`)
        expect.soft(withoutLine(html, label, url), what).toBe(before.html)
        const distinct = [...new Set(takeTokens(clipboard).tokens)]
        expect.soft(distinct, `tokens of ${what}`).toHaveLength(1)
        const inHtml = [...clipboard].filter(([flavour]) => flavour === 'text/html')
        expect.soft(takeTokens(new Map(inHtml)).tokens, what).toHaveLength(links + 2)
        shared.push(...distinct)
      }
      await page.close()
      const shares = await collector.waitForEvents('share', cases.length)
      expect(new Set(shares.map(({ token }) => token))).toEqual(new Set(shared))
      expect(shares.map(({ gesture, channel }) => ({ gesture, channel }))).toEqual(
        shares.map(() => ({ gesture: 'copy', channel: 'copy-text' })),
      )
    })

    test('is not written for few words, in code, editors, fields and ignored parts', async () => {
      const { engine, site, collector } = stage
      const url = `${site.url}/attribution`
      const page = await (await stage.createContext()).open(url)
      const act = async (): Promise<{ clean: Record<string, string>; tokens: string[] }[]> => {
        await page.click('#start')
        const all: Clipboard[] = []
        for (const { from, to } of Object.values(LEFT_ALONE)) {
          await selectBetween(page, from, to, false)
          all.push(await copy(engine, page))
        }
        await page.click('#field')
        await page.press('Control+a')
        all.push(await copy(engine, page))
        return all.map((each) => takeTokens(each))
      }
      const native = await act()
      stage.serve()
      await page.goto(url)
      const copied = await act()
      expect(copied.map(({ clean }) => clean)).toEqual(native.map(({ clean }) => clean))
      const tokens = Object.values(LEFT_ALONE).map(({ tokens: count = 0 }) => count)
      expect(copied.map(({ tokens: found }) => new Set(found).size)).toEqual([...tokens, 0])
      await page.close()
      await collector.waitForEvents('share', 1)
    })

    test('is in the language of the page, and in English where that is not known', async () => {
      const { engine, site } = stage
      stage.serve()
      const page = await (await stage.createContext()).open(`${site.url}/attribution`)
      const labels: (string | undefined)[] = []
      for (const language of ['fr', 'de-CH', 'JA', 'frr', '']) {
        await page.evaluate((lang) => {
          document.documentElement.lang = lang
        }, language)
        const { plain } = readFlavours(await copySelection(engine, page, '#first'))
        labels.push(/\n\n(.*) http/.exec(plain)?.[1])
      }
      expect(labels).toEqual(['Lire la suite :', 'Mehr dazu:', '続きを読む：', ENGLISH, ENGLISH])
    })

    test('leaves the texts and the ranges that the page keeps where they are', async () => {
      const { engine, site } = stage
      stage.serve()
      const page = await (await stage.createContext()).open(`${site.url}/attribution`)
      await page.evaluate(() => {
        const text = document.querySelector('#first')?.firstChild
        if (!text) throw new Error('the fixture has changed')
        // A highlight behind what is copied, as annotations keep it.
        const range = document.createRange()
        range.setStart(text, 50)
        range.setEnd(text, 60)
        Object.assign(window, { kept: { range, words: String(range), text } })
      })
      await page.click('#start')
      await selectBetween(page, ['#first', 0, 0], ['#first', 0, 40], false)
      const { plain } = readFlavours(await copy(engine, page))
      expect(plain).toContain(ENGLISH)
      const kept = await page.evaluate(() => {
        const { range, words, text } = (
          window as unknown as { kept: { range: Range; words: string; text: Node } }
        ).kept
        const { startContainer, startOffset, endContainer, endOffset } = range
        return [String(range) === words, startContainer === text && endContainer === text].concat(
          startOffset === 50 && endOffset === 60,
        )
      })
      expect(kept).toEqual([true, true, true])
    })

    test('is that of the template of a script that comes after the tracker', async () => {
      const { engine, site, collector } = stage
      stage.serve()
      const url = `${site.url}/attribution-after`
      const page = await (await stage.createContext()).open(url)
      await waitFor('the part', () => page.evaluate(() => Reflect.get(window, 'isReady') === true))
      const clipboard = await copySelection(engine, page, '#copied')
      const { plain } = readFlavours(clipboard)
      expect(plain).toMatch(/early\.\n\nFrom The “harbour” & more: http/)
      expect(plain.endsWith(`: ${url} ($& {other})`)).toBe(true)
      expect(new Set(takeTokens(clipboard).tokens).size).toBe(1)
      await collector.waitForEvents('share', 1)

      // A stopped tracker takes its parts along.
      await page.evaluate(() => {
        const { tracker } = window as unknown as { tracker: { stop: () => void } }
        tracker.stop()
      })
      const after = await copySelection(engine, page, '#copied')
      expect(readFlavours(after).plain).toBe(plain.replace(/\n\nFrom.*/s, ''))
      expect(takeTokens(after).tokens).toEqual([])
      await page.close()
      await collector.waitForEvents('share', 1)
    })

    test('is that of a template by the API, and left out where the template fails', async () => {
      const { engine, site, collector } = stage
      const url = `${site.url}/attribution-module`
      const page = await (await stage.createContext()).open(url)
      const native = readFlavours(await copySelection(engine, page, '#copied'))
      stage.serve()
      await page.goto(url)
      const { plain, html } = readFlavours(await copySelection(engine, page, '#copied'))
      expect(plain).toBe(`${native.plain}\n\nThe harbour (de-AT):\n${url}\nAll rights reserved.`)
      expect(html).toContain(`>${url}</a><br>All rights reserved.`)

      // Each of them forgets the address, or throws.
      for (let at = 0; at < 4; at++) {
        await page.evaluate((index) => {
          const { templates } = window as unknown as { templates: unknown[] }
          Object.assign(window, { template: templates[index] })
        }, at)
        expect(readFlavours(await copySelection(engine, page, '#copied')), `${at}`).toEqual(native)
      }
      const errors = await page.evaluate(() => Reflect.get(window, 'errors') as string[])
      expect(errors.map((error) => error.split(' ')[0])).toEqual(['usage', 'page', 'page', 'page'])
      expect(await page.evaluate(() => window.watch.errors)).toEqual([])
      await page.close()
      await collector.waitForEvents('share', 1)
    })

    test('is not written where the page writes the clipboard itself', async () => {
      const { engine, site, collector } = stage
      const url = `${site.url}/attribution-handled`
      const page = await (await stage.createContext()).open(url)
      const native = await copySelection(engine, page, '#copied')
      stage.serve()
      await page.goto(url)
      await select(page, '#copied')
      const clipboard = await copyUnnoticed(stage, page, 'a page that copies by itself')
      expect(Object.fromEntries(clipboard)).toEqual(Object.fromEntries(native))
      await page.close()
      // What comes later is stored later.
      await (await stage.createContext()).open(`${site.url}/minutes`)
      await collector.waitForEvents('view', 2)
      expect(await collector.read('share')).toEqual([])
    })

    test.each([{ 'data-consent': 'denied' }, { 'data-exclude': '/attribution' }])(
      'is not written where no token may be: %o',
      async (attributes) => {
        const { engine, site } = stage
        const page = await (await stage.createContext()).open(`${site.url}/attribution`)
        const native = takeTokens(await copySelection(engine, page, '#article'))
        stage.serve(attributes)
        await page.goto(`${site.url}/attribution`)
        expect(takeTokens(await copySelection(engine, page, '#article'))).toEqual(native)
      },
    )
  },
  { isLong: true },
)

onEveryEngine(
  'an optional part with a wrong attribute',
  (stage) => {
    test('warns once and does nothing', async () => {
      const { engine, site, collector } = stage
      stage.serve()
      const url = `${site.url}/attribution-bad`
      const page = await (await stage.createContext()).open(url)
      await collector.waitForEvents('view', 1)
      const { plain } = readFlavours(await copySelection(engine, page, '#copied'))
      expect(plain).not.toContain('http')
      await page.press('Control+c')
      expect(await page.evaluate(() => location.href)).toBe(url)
      expect(await page.evaluate(() => Reflect.get(window, 'warnings') as string[])).toEqual([
        expect.stringMatching(/attribution: .*minWords/),
        expect.stringMatching(/attribution: .*\{url\}/),
        expect.stringMatching(/addressBar: .*ratio/),
        expect.stringMatching(/addressBar: .*paths/),
      ])
    })
  },
  { isLong: true },
)

/** What a site keeps out: `data-aparte-ignore`, `data-exclude`, and other hosts that `data-domains` does not list. */
import { expect, test } from 'vitest'
import { copySelection } from './copySelection.js'
import { createPointer } from './createPointer.js'
import type { Context, Page } from './drivers/engine.js'
import { onEveryEngine } from './onEveryEngine.js'
import type { World } from './openWorld.js'
import { expectShares, visitTargets } from './shareSteps.js'
import { takeTokens } from './takeTokens.js'
import './watch.js'

/** Parts of `ignore.html`, and whether their URLs get tokens. */
const REGIONS: [name: string, isShared: boolean][] = [
  ['own', true],
  ['ignored', false],
  ['excluded', false],
  ['domain', true],
  ['foreign', false],
]

const SETTINGS = { 'data-exclude': '/private/ /ignore/members', 'data-domains': 'sister.example' }

// As it stands in a URL, in a URL in a query, and in JSON.
const PAIR = /(?:[?&]|%3F|%26)dks(?:=|%3D)(\w{13})/g

/** Texts without tokens, and the tokens. */
function take(texts: string[]): { clean: string[]; tokens: string[] } {
  const tokens: string[] = []
  const clean = texts.map((text) =>
    text.replace(PAIR, (_, token: string) => {
      tokens.push(token)
      return ''
    }),
  )
  return { clean, tokens }
}

onEveryEngine(
  'a page that keeps something out',
  (stage) => {
    /** Right-clicks and drags the link of every region, and returns what the page saw of them. */
    const point = async (page: Page): Promise<Record<string, string[]>> => {
      const pointer = await createPointer(stage.engine, page)
      const told: Record<string, string[]> = {}
      for (const [name] of REGIONS) {
        await pointer.rightClick(`#${name}-link`)
        await pointer.drag(`#${name}-link`)
        told[name] = await page.evaluate(() => Reflect.get(window, 'told').splice(0) as string[])
      }
      return told
    }

    /** Copies, follows the share link and opens the window of a region. */
    const share = async (
      name: string,
      { page, context, world }: { page: Page; context: Context; world: World },
    ): Promise<{ clean: unknown; tokens: string[][] }> => {
      const clipboard = takeTokens(await copySelection(stage.engine, page, `#${name}-copied`))
      const urls = await visitTargets({ page, context, world }, [
        { id: `${name}-share`, host: 'wa.me' },
        { id: `${name}-open`, host: 't.me' },
      ])
      const taken = urls.map((url) => take([url]))
      return {
        clean: [clipboard.clean, ...taken.map(({ clean }) => clean)],
        tokens: [clipboard.tokens, ...taken.map(({ tokens }) => tokens)],
      }
    }

    test('shares its own URLs and those of listed hosts, and nothing of the rest', async () => {
      const { site } = stage
      const world = await stage.openWorld()
      const context = await stage.createContext({ world })
      const page = await context.open(`${site.url}/ignore`)
      const native = new Map<string, unknown>()
      for (const [name] of REGIONS)
        native.set(name, (await share(name, { page, context, world })).clean)

      stage.serve(SETTINGS)
      await page.goto(`${site.url}/ignore`)
      const expected: { token: string | undefined; channel: string; gesture: string }[] = []
      for (const [name, isShared] of REGIONS) {
        const { clean, tokens } = await share(name, { page, context, world })
        expect(clean, name).toEqual(native.get(name))
        expect(
          tokens.map((each) => new Set(each).size),
          name,
        ).toEqual(isShared ? [1, 1, 1] : [0, 0, 0])
        const [copied, followed, opened] = tokens.map(([token]) => token)
        if (isShared)
          expected.push(
            { token: copied, channel: 'copy-text', gesture: 'copy' },
            { token: followed, channel: 'whatsapp', gesture: 'link' },
            { token: opened, channel: 'telegram', gesture: 'open' },
          )
      }
      expect(await page.evaluate(() => window.watch.errors)).toEqual([])
      await expectShares(stage, page, expected)
    })

    test('does the same for menus and drags, which are no shares where the page prevents them', async () => {
      const { site } = stage
      const page = await (await stage.createContext()).open(`${site.url}/ignore`)
      const native = await point(page)
      stage.serve(SETTINGS)
      await page.goto(`${site.url}/ignore`)
      const told = await point(page)
      for (const [name, isShared] of REGIONS) {
        expect(told[name], name).toHaveLength(2)
        for (const [at, text] of (told[name] ?? []).entries()) {
          const { clean, tokens } = take([text])
          expect(clean, name).toEqual([native[name]?.[at]])
          expect(new Set(tokens).size, `${name}, ${text}`).toBe(isShared ? 1 : 0)
        }
      }
      expect(await page.evaluate(() => /dks=\w/.test(document.body.outerHTML))).toBe(false)
      expect(await page.evaluate(() => window.watch.errors)).toEqual([])
      await expectShares(stage, page, [])
    })

    test('does nothing at all on a page that is excluded itself', async () => {
      const { engine, site, collector } = stage
      const world = await stage.openWorld()
      const context = await stage.createContext({ world })
      stage.serve(SETTINGS)
      const page = await context.open(`${site.url}/ignore/members/area`)
      const told = await point(page)
      expect(take(Object.values(told).flat()).tokens).toEqual([])
      expect(takeTokens(await copySelection(engine, page, '#own-copied')).tokens).toEqual([])
      const urls = await visitTargets({ page, context, world }, [
        { id: 'own-share', host: 'wa.me' },
        { id: 'own-open', host: 't.me' },
      ])
      expect(take(urls).tokens).toEqual([])
      await expectShares(stage, page, [])
      const pages = (await collector.read()).map(({ page: url }) => url)
      expect(new Set(pages)).toEqual(new Set([`${site.url}/minutes`]))
    })
  },
  { isLong: true },
)

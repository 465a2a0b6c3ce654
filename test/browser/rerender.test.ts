/** Applications that render anew while a copy is under way: React and Vue keep their nodes, and the reader the copy. */
import { expect, test } from 'vitest'
import { copy, copySelection, select, type Extent } from './copySelection.js'
import type { Page } from './drivers/engine.js'
import { onEveryEngine, type Stage } from './onEveryEngine.js'
import { takeTokens } from './takeTokens.js'
import { waitFor } from './waitFor.js'
import './watch.js'

/** How the page renders anew: in a microtask behind its handler, within it, and within one on the document. */
const WAYS = ['batched', 'flushed', 'document']

function readVersion(page: Page): Promise<string> {
  return page.evaluate(
    () => document.querySelector<HTMLElement>('#copied')?.dataset['version'] ?? '',
  )
}

/** What the page shows, and where its selection is, in words. */
function readShown(page: Page): Promise<string[]> {
  return page.evaluate(() => [
    document.querySelector('#root')?.innerHTML ?? '',
    String(window.watch.selection),
  ])
}

/** Copies while the page renders anew, then has it render twice more; returns all that can be seen of it. */
async function act(stage: Stage, page: Page, extent: Extent) {
  await waitFor('the application', async () => (await readVersion(page)) === '1')
  await select(page, '#copied', extent)
  const clipboard = await copy(stage.engine, page)
  await waitFor('the second version', async () => (await readVersion(page)) === '2')
  const shown = [await readShown(page)]
  for (const version of ['3', '4']) {
    await page.click('#button')
    await waitFor(`version ${version}`, async () => (await readVersion(page)) === version)
    shown.push(await readShown(page))
  }
  const { clean, tokens } = takeTokens(clipboard)
  const { errors, seen } = await page.evaluate(() => window.watch)
  return { clean, tokens: [...new Set(tokens)], count: tokens.length, shown, errors, seen }
}

/**
 * What a native copy from the page writes. In a copy within a copy Chromium and WebKit run no microtasks: what renders
 * anew in one comes too late, and the clipboard holds what the reader has seen and selected.
 */
async function readNative(stage: Stage, page: Page, url: string, extent: Extent) {
  await page.goto(url)
  const native = await act(stage, page, extent)
  const possible = [native.clean]
  if (url.endsWith('batched')) {
    await page.goto(url.replace('batched', 'never'))
    await waitFor('the application', async () => (await readVersion(page)) === '1')
    const { clean } = takeTokens(await copySelection(stage.engine, page, '#copied', extent))
    // Some flavours name the page.
    const named = Object.entries(clean).map(([name, text]) => [
      name,
      text.replaceAll('/never', '/batched'),
    ])
    possible.push(Object.fromEntries(named) as typeof clean)
  }
  return { shown: native.shown, possible }
}

onEveryEngine(
  'a copy from a page that renders anew meanwhile',
  (stage) => {
    test.each(['react', 'vue'])(
      'leaves nothing behind, and the application goes on: %s',
      async (name) => {
        const { site, collector } = stage
        const page = await (await stage.createContext()).open()
        const cases = WAYS.flatMap((way) =>
          (['whole', 'backwards'] as const).map((extent) => ({
            url: `${site.url}/rerender-${name}/${way}`,
            extent,
          })),
        )
        for (const [at, { url, extent }] of cases.entries()) {
          site.serve(undefined)
          const { shown, possible } = await readNative(stage, page, url, extent)
          stage.serve()
          await page.goto(url)
          const copied = await act(stage, page, extent)
          expect.soft(possible, url).toContainEqual(copied.clean)
          const { errors, seen } = copied
          expect
            .soft({ shown: copied.shown, errors, seen }, url)
            .toEqual({ shown, errors: [], seen: 0 })
          expect.soft(shown.join(), url).not.toContain('dks=')
          expect.soft(copied.tokens, url).toHaveLength(1)
          // Those of the nodes that stay, at least: first paragraph and last, in the HTML.
          expect.soft(copied.count, url).toBeGreaterThan(3)
          const shares = await collector.waitForEvents('share', at + 1)
          expect(shares.map(({ token }) => token)).toContain(copied.tokens[0])
        }
      },
    )

    test.each(['react', 'vue'])('may end with the attribution line: %s', async (name) => {
      const { site, collector } = stage
      const page = await (await stage.createContext()).open()
      for (const [at, way] of WAYS.entries()) {
        const url = `${site.url}/rerender-${name}-line/${way}`
        site.serve(undefined)
        const { shown, possible } = await readNative(stage, page, url, 'inside')
        stage.serve()
        await page.goto(url)
        const copied = await act(stage, page, 'inside')
        const { errors, seen } = copied
        expect
          .soft({ shown: copied.shown, errors, seen }, url)
          .toEqual({ shown, errors: [], seen: 0 })
        expect
          .soft(
            possible.map(({ UTF8_STRING: plain }) => `${plain}\n\nRead more: ${url}`),
            url,
          )
          .toContain(copied.clean['UTF8_STRING'])
        expect.soft(copied.tokens, url).toHaveLength(1)
        await collector.waitForEvents('share', at + 1)
      }
    })
  },
  { isLong: true },
)

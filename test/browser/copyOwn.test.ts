/** A copy with own URLs differs from that of a page without aparté in its tokens, and in nothing else. */
import { expect, test } from 'vitest'
import { copy, select, type Extent } from './copySelection.js'
import { copyUnnoticed, expectTokens, type Counts } from './copyUnnoticed.js'
import { isQuick } from './isQuick.js'
import { onEveryEngine } from './onEveryEngine.js'
import type { Clipboard } from './readClipboard.js'
import { takeTokens } from './takeTokens.js'

const EXTENTS = ['whole', 'inside', 'backwards'] as const

/** Kind of pages → fixture → extents that are copied, and what these copies hold. */
const FIXTURES: Record<string, Record<string, Partial<Record<Extent, Counts>>>> = {
  'links in texts': {
    'own-link': { whole: [3, 0], inside: [3, 0] },
    'own-self': { whole: [2, 1], backwards: [2, 1] },
    'own-related': { whole: [7, 0] },
    'own-index': { whole: [27, 0] },
    'own-headings': { whole: [3, 1], backwards: [3, 1] },
    'own-footnotes': { whole: [6, 1] },
    'own-foreign': { whole: [2, 1] },
  },
  'links as they are written': {
    'own-base': { whole: [2, 0] },
    'own-tokens': { whole: [5, 2] },
    'own-written': { whole: [16, 0], inside: [14, 0] },
    'own-absolute': { whole: [6, 0] },
    'own-blocks': { whole: [4, 0], backwards: [4, 0] },
    'own-cards': { whole: [2, 0], inside: [2, 0] },
    'own-images': { whole: [4, 0] },
  },
  'addresses in texts': {
    'own-text': { whole: [6, 6], inside: [6, 6] },
    'own-edges': { whole: [2, 2], backwards: [0, 0] },
    'own-inline': { whole: [8, 7], backwards: [7, 6] },
    'own-punctuation': { whole: [14, 14], inside: [13, 13] },
    'own-quotation': { whole: [3, 2] },
    'own-poem': { whole: [6, 2], inside: [6, 2] },
  },
  languages: {
    'own-ruby': { whole: [3, 1], inside: [2, 1] },
    'own-bidi': { whole: [5, 2], backwards: [5, 2] },
    'own-cjk': { whole: [7, 3], inside: [5, 3] },
    'own-signs': { whole: [4, 1], backwards: [4, 1] },
    'own-languages': { whole: [9, 3], inside: [8, 2] },
  },
  'tables and lists': {
    'own-table': { whole: [3, 1], backwards: [2, 0] },
    'own-nested-table': { whole: [3, 1] },
    'own-spanned-table': { whole: [5, 1], inside: [4, 1] },
    'own-list': { whole: [4, 1], inside: [3, 1] },
    'own-numbered': { whole: [5, 1], backwards: [5, 1] },
    'own-definitions': { whole: [3, 1] },
    'own-comments': { whole: [5, 2] },
  },
  styles: {
    'own-styled': { whole: [4, 1], inside: [4, 1] },
    'own-classes': { whole: [4, 1] },
    'own-inline-styles': { whole: [3, 1] },
    'own-generated': { whole: [3, 1], inside: [3, 1] },
    'own-case': { whole: [5, 1] },
    'own-by-address': { whole: [4, 0] },
  },
  layouts: {
    'own-floats': { whole: [4, 1] },
    'own-grid': { whole: [5, 1] },
    'own-columns': { whole: [3, 1], backwards: [3, 1] },
    'own-transformed': { whole: [6, 1] },
  },
  'pages that scroll': {
    long: { whole: [2, 1], backwards: [2, 1] },
    'own-scroller': { whole: [3, 1], inside: [3, 1] },
    'own-sticky': { whole: [6, 1] },
    'own-live': { whole: [5, 1] },
  },
  'pictures and media': {
    'own-figure': { whole: [3, 0], inside: [2, 0] },
    'own-gallery': { whole: [5, 1], inside: [3, 0] },
    'own-media': { whole: [2, 1] },
    'own-drawing': { whole: [3, 1], backwards: [3, 1] },
  },
  'parts that are left alone': {
    'own-hidden': { whole: [2, 0], inside: [2, 0] },
    'own-unseen': { whole: [6, 1] },
    'own-folded': { whole: [4, 1], inside: [4, 1] },
    'own-ignored': { whole: [1, 0] },
    'own-code': { whole: [3, 1], backwards: [1, 1] },
    'own-islands': { whole: [3, 1] },
  },
  'parts of applications': {
    'own-sharebox': { whole: [1, 0] },
    'own-form': { whole: [3, 1] },
    'own-elements': { whole: [3, 1], backwards: [3, 1] },
    'own-recipe': { whole: [3, 1] },
    'own-edited': { whole: [3, 1], inside: [1, 0] },
  },
}

onEveryEngine(
  'a copy with own URLs',
  (stage) => {
    test.each(Object.entries(FIXTURES))('differs in its tokens only: %s', async (_, fixtures) => {
      const { engine, site, collector } = stage
      const page = await (await stage.createContext()).open()
      const cases = Object.entries(fixtures).flatMap(([name, counts]) =>
        EXTENTS.filter((extent) => counts[extent] && (extent === 'whole' || !isQuick)).map(
          (extent) => ({
            name,
            extent,
            counts: counts[extent],
          }),
        ),
      )
      const native: Clipboard[] = []
      for (const { name, extent } of cases) {
        if (extent === 'whole') await page.goto(`${site.url}/${name}`)
        await select(page, '#copied', extent)
        native.push(await copy(engine, page))
      }

      stage.serve()
      const shared: string[] = []
      for (const [at, { name, extent, counts }] of cases.entries()) {
        if (extent === 'whole') await page.goto(`${site.url}/${name}`)
        await select(page, '#copied', extent)
        const what = `${name}, ${extent}`
        const clipboard = await copyUnnoticed(engine, page, what)
        const { clean } = takeTokens(native[at] ?? new Map())
        expect.soft(takeTokens(clipboard).clean, what).toEqual(clean)
        shared.push(...expectTokens(clipboard, counts, what))
      }

      await page.close()
      const shares = await collector.waitForEvents('share', shared.length)
      expect(new Set(shares.map(({ token }) => token))).toEqual(new Set(shared))
    })
  },
  { isLong: true },
)

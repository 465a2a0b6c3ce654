/** The WordPress plugin, in WordPress itself and in browsers: its bar and its script tag share into the real collector. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { detect } from '../../src/url/detect.js'
import { findWordPress, openWordPress, type WordPress } from '../integration/openWordPress.js'
import { onEveryEngine } from './onEveryEngine.js'
import { readClipboard } from './readClipboard.js'
import { takeTokens } from './takeTokens.js'
import { waitFor } from './waitFor.js'

const found = findWordPress()

describe('the WordPress plugin', () => {
  if (typeof found === 'string') {
    test.skip(`is not run: ${found}`, () => undefined)
    return
  }
  let wordpress: WordPress
  beforeAll(async () => {
    wordpress = await openWordPress(found)
  })
  afterAll(() => wordpress.close())

  onEveryEngine(
    'a post with the bar',
    (stage) => {
      test('shares by a link and by its copy button, and counts who came', async () => {
        const { engine, collector } = stage
        await wordpress.php(
          `update_option( 'aparte', [ 'endpoint' => '${collector.endpoint}', 'bar' => true ] );`,
        )
        const post = await wordpress.php(
          `echo wp_insert_post( [ 'post_title' => 'Tides', 'post_content' => 'Low.', 'post_status' => 'publish' ] );`,
        )
        const url = `${wordpress.url}/?p=${post}`
        const world = await stage.openWorld()
        const page = await (await stage.createContext({ world })).open(url)
        const copyButton = 'share-bar [data-channel="copy-button"]'
        await waitFor('the bar', () =>
          page.evaluate((selector) => document.querySelector(selector) !== null, copyButton),
        )
        await page.click('share-bar [data-channel="whatsapp"]')
        const text = new URL(await world.waitForVisit('wa.me')).searchParams.get('text')
        const token = detect(text ?? '')?.token
        expect(text).toBe(`Tides ${url}&dks=${token}`)
        await collector.waitForEvents('share', 1)

        const arrived = await (await stage.createContext()).open(`${url}&dks=${token}`)
        await collector.waitForEvents('landing', 1)
        const { clean, tokens } = takeTokens(
          await readClipboard(engine.display, () => arrived.click(copyButton)),
        )
        expect(Object.values(clean)).toContain(url)
        const shares = await collector.waitForEvents('share', 2)
        expect(shares).toEqual([
          expect.objectContaining({ token, channel: 'whatsapp', gesture: 'link', depth: 1 }),
          expect.objectContaining({ token: tokens[0], channel: 'copy-button', parent: token }),
        ])
        expect(await collector.waitForEvents('view', 1)).toHaveLength(1)
      })
    },
    { isLong: true },
  )
})

/** `examples/csp`: pages under a strict policy, whose events its own server passes on to a real collector. */
import { expect, onTestFinished, test } from 'vitest'
import { createSite } from '../../examples/csp/createSite.js'
import { detect } from '../../src/url/detect.js'
import { copySelection } from './copySelection.js'
import { onEveryEngine } from './onEveryEngine.js'
import { readClipboard } from './readClipboard.js'
import { takeTokens } from './takeTokens.js'
import { waitFor } from './waitFor.js'

onEveryEngine(
  'the example with a strict policy',
  (stage) => {
    const open = async () => {
      const { collector } = stage
      const site = await createSite({ collector: collector.endpoint })
      onTestFinished(site.close)
      const world = await stage.openWorld()
      const context = await stage.createContext({ world })
      return { site, world, context, collector }
    }

    test('shares by a link and by a copy arrive, and the policy has nothing to report', async () => {
      const { site, world, context, collector } = await open()
      const page = await context.open(`${site.url}/hours`)
      await page.evaluate(() => {
        Object.assign(window, { watch: { selection: getSelection() } })
      })
      const clipboard = await copySelection(stage.engine, page, 'article')
      const [copied] = takeTokens(clipboard).tokens
      await page.click('[data-channel="whatsapp"]')
      const visited = new URL(await world.waitForVisit('wa.me')).searchParams.get('text') ?? ''
      const shared = /http\S+$/.exec(visited)?.[0] ?? ''
      const token = detect(shared)?.token
      expect(shared).toBe(`${site.url}/hours?dks=${token}`)

      const [, opened] = await context.pages()
      await opened?.close()
      const button = takeTokens(
        await readClipboard(stage.engine.display, () =>
          page.click('share-bar [data-channel="copy-button"]'),
        ),
      )
      // What draws the code is a module that the script of the bar loads; it has the nonce of that script.
      await page.click('share-bar [data-channel="wechat"]')
      await waitFor('the QR code', () =>
        page.evaluate(() => document.querySelector('share-bar dialog[open] svg path') !== null),
      )

      const shares = await collector.waitForEvents('share', 4)
      expect(shares).toEqual([
        expect.objectContaining({ token: copied, channel: 'copy-text', gesture: 'copy' }),
        expect.objectContaining({ token, channel: 'whatsapp', gesture: 'link' }),
        expect.objectContaining({ token: button.tokens[0], channel: 'copy-button' }),
        expect.objectContaining({ channel: 'wechat', gesture: 'api' }),
      ])

      const arrived = await (await stage.createContext()).open(shared)
      await collector.waitForEvents('landing', 1)
      const greeting = await arrived.evaluate(() => document.querySelector('#arrival')?.textContent)
      expect(greeting?.replaceAll(/\s+/g, ' ')).toContain('by WhatsApp.')
      await waitFor('the clean address', () =>
        arrived.evaluate((url) => location.href === url, `${site.url}/hours`),
      )
      expect(await collector.waitForEvents('view', 1)).toEqual([
        expect.objectContaining({ page: `${site.url}/hours`, navigation: 'navigate' }),
      ])

      // The browser tells of what a policy refuses: of this, and so it would have told of ours.
      await arrived.evaluate(() => document.body.setAttribute('style', 'color: red'))
      await waitFor('a report', async () => site.reports.length > 0)
      expect(site.reports).toEqual([expect.stringContaining('style-src')])
    })
  },
  { isLong: true },
)

/** Events arrive, also later, and only from readers who allow it. */
import { expect, test } from 'vitest'
import { copySelection } from './copySelection.js'
import type { Page } from './drivers/engine.js'
import { onEveryEngine } from './onEveryEngine.js'
import { takeTokens } from './takeTokens.js'
import { waitFor } from './waitFor.js'

/** Keys that aparté has in localStorage; those of waiting events hold JSON. */
function readKeys(page: Page, isWaiting = false): Promise<string[]> {
  return page.evaluate(
    (waiting) =>
      Object.keys(localStorage).filter(
        (key) =>
          key.startsWith('aparte') &&
          (!waiting || localStorage.getItem(key)?.startsWith('{') === true),
      ),
    isWaiting,
  )
}

onEveryEngine('delivery', (stage) => {
  test('brings what a dead collector missed at the next visit, granted', async () => {
    const { engine, site, collector } = stage
    stage.serve({ 'data-consent': 'granted' })
    await collector.stop()
    const context = await stage.createContext()
    const first = await context.open(`${site.url}/article`)
    const { tokens } = takeTokens(await copySelection(engine, first, '#copied'))
    await waitFor('the events to be written', async () => (await readKeys(first, true)).length >= 2)
    await first.close()

    await collector.start()
    const second = await context.open(`${site.url}/story`)
    const [share] = await collector.waitForEvents('share', 1, 40_000)
    expect(share).toMatchObject({ token: tokens[0], page: `${site.url}/article` })
    await waitFor('an empty outbox', async () => (await readKeys(second, true)).length === 0)
    const views = await collector.waitForEvents('view', 2)
    expect(views.map(({ page }) => page)).toEqual([`${site.url}/article`, `${site.url}/story`])
    expect(await collector.read('lost')).toEqual([])
  })

  test('goes on by itself when the collector comes back, with nothing stored, cookieless', async () => {
    const { engine, site, collector } = stage
    stage.serve()
    await collector.stop()
    const page = await (await stage.createContext()).open(`${site.url}/article`)
    const { tokens } = takeTokens(await copySelection(engine, page, '#copied'))
    await collector.start()
    const [share] = await collector.waitForEvents('share', 1, 40_000)
    expect(share).toMatchObject({ token: tokens[0], mode: 'cookieless' })
    await collector.waitForEvents('view', 1)
  })

  test('includes a share made right before the page closes', async () => {
    const { engine, site, collector } = stage
    stage.serve()
    const page = await (await stage.createContext()).open(`${site.url}/article`)
    const { tokens } = takeTokens(await copySelection(engine, page, '#copied'))
    await page.close()
    const [share] = await collector.waitForEvents('share', 1)
    expect(share).toMatchObject({ token: tokens[0] })
  })
})

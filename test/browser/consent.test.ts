/** What each consent mode leaves on the device and on the network. */
import { expect, test } from 'vitest'
import '../../src/window.js'
import { mintToken } from '../../src/token/mintToken.js'
import { copySelection } from './copySelection.js'
import type { Page } from './drivers/engine.js'
import { onEveryEngine } from './onEveryEngine.js'
import { takeTokens } from './takeTokens.js'
import { waitFor } from './waitFor.js'
import './watch.js'

/** Everything that the page's origin keeps on the device. */
function readStored(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name }) => `database ${name}`)
    const cookies = document.cookie === '' ? [] : [document.cookie]
    return [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...cookies, ...databases]
  })
}

onEveryEngine('consent', (stage) => {
  test('cookieless touches no storage, from arrival to share', async () => {
    const { engine, site, collector } = stage
    stage.serve({ 'data-consent': 'cookieless' })
    const context = await stage.createContext()
    const page = await context.open(`${site.url}/storage?dks=${mintToken('x', 1)}`)
    await copySelection(engine, page, '#copied')
    await collector.waitForEvents('landing', 1)
    await collector.waitForEvents('share', 1)
    expect(await page.evaluate(() => window.touched)).toEqual([])
    expect(await readStored(page)).toEqual([])
    // The check itself can fail: it sees a touch when there is one.
    expect(await page.evaluate(() => window.touched.length > 0)).toBe(true)
  })

  test('denied sends nothing, and the copy stays clean', async () => {
    const { engine, site } = stage
    stage.serve({ 'data-consent': 'denied', 'data-endpoint': `${site.url}/denied` })
    const page = await (
      await stage.createContext()
    ).open(`${site.url}/storage?dks=${mintToken('x', 1)}`)
    await waitFor('the clean address', () => page.evaluate(() => location.search === ''))
    expect(takeTokens(await copySelection(engine, page, '#copied')).tokens).toEqual([])
    expect(await page.evaluate(() => window.touched)).toEqual([])
    await page.close()
    // The same again, allowed: its request comes last, and it is the only one.
    stage.serve({ 'data-endpoint': `${site.url}/allowed` })
    const allowed = await (await stage.createContext()).open(`${site.url}/article`)
    await copySelection(engine, allowed, '#copied')
    await allowed.close()
    await waitFor('a request', async () => site.requests.includes('POST /allowed'))
    expect(site.requests.filter((request) => request.startsWith('POST /denied'))).toEqual([])
  })

  test('granted keeps events, and a step down deletes them in the same task', async () => {
    const { engine, site, collector } = stage
    stage.serve({ 'data-consent': 'granted' })
    await collector.stop()
    const page = await (await stage.createContext()).open(`${site.url}/article`)
    await copySelection(engine, page, '#copied')
    await waitFor('something stored', async () => (await readStored(page)).length > 0)
    const [before, after] = await page.evaluate(
      () =>
        new Promise<[number, string[]]>((resolve) => {
          localStorage.setItem('theirs', 'stays')
          window.aparte?.push((tracker) => {
            const stored = localStorage.length + sessionStorage.length
            tracker.consent('cookieless')
            resolve([stored, [...Object.keys(localStorage), ...Object.keys(sessionStorage)]])
          })
        }),
    )
    expect(before).toBeGreaterThan(1)
    expect(after).toEqual(['theirs'])
    // What was waiting is still sent, now from memory.
    await collector.start()
    await collector.waitForEvents('share', 1, 40_000)
    expect(await readStored(page)).toEqual(['theirs'])
  })
})

/** Arriving with a token, and with none. */
import { expect, test } from 'vitest'
import { mintToken } from '../../src/token/mintToken.js'
import type { Page } from './drivers/engine.js'
import { onEveryEngine } from './onEveryEngine.js'
import { waitFor } from './waitFor.js'
import './watch.js'

function waitForAddress(page: Page, url: string): Promise<true> {
  return waitFor(
    `the address ${url}`,
    async () => (await page.evaluate(() => location.href)) === url,
  )
}

onEveryEngine('an arrival', (stage) => {
  test('leaves a clean address, and all else in it as it was', async () => {
    const { site, collector } = stage
    stage.serve()
    const token = mintToken('whatsapp', 3)
    const page = await (
      await stage.createContext()
    ).open(`${site.url}/stateful/é%20x?b=2&a=%C3%A9&a=&dks=${token}#frag-%20x?y`)
    await waitForAddress(page, `${site.url}/stateful/%C3%A9%20x?b=2&a=%C3%A9&a=#frag-%20x?y`)
    expect(await page.evaluate(() => JSON.stringify(history.state))).toBe(
      '{"scroll":[0,7],"list":["é",null]}',
    )
    const [landing] = await collector.waitForEvents('landing', 1)
    expect(landing).toMatchObject({ token, channel: 'whatsapp', kind: 'private', depth: 3 })
    expect(landing).toMatchObject({ page: `${site.url}/stateful/%C3%A9%20x`, repaired: false })
    expect(await collector.read('view')).toEqual([])
  })

  test('counts although the router has rewritten the address before', async () => {
    const { site, collector } = stage
    stage.serve()
    const token = mintToken('telegram', 1)
    const page = await (await stage.createContext()).open(`${site.url}/router?dks=${token}`)
    const [landing] = await collector.waitForEvents('landing', 1)
    expect(landing).toMatchObject({
      token,
      channel: 'telegram',
      depth: 1,
      page: `${site.url}/router`,
    })
    expect(await page.evaluate(() => [location.search, JSON.stringify(history.state)])).toEqual([
      '',
      '{"router":1}',
    ])
    await page.close()
    expect(await collector.read('view')).toEqual([])
  })

  test('leaves a clean address although a router has put the token back', async () => {
    const { site, collector } = stage
    stage.serve()
    const token = mintToken('line', 1)
    const page = await (await stage.createContext()).open(`${site.url}/returning?dks=${token}`)
    await waitFor('the router', () => page.evaluate(() => window.returned === 1))
    await waitForAddress(page, `${site.url}/returning`)
    expect(await page.evaluate(() => JSON.stringify(history.state))).toBe('{"router":2}')
    await collector.waitForEvents('landing', 1)
    await page.close()
    expect(await collector.read('view')).toEqual([])
  })

  test('is one view for each load without a token, a reload among them', async () => {
    const { site, collector } = stage
    stage.serve()
    const page = await (
      await stage.createContext()
    ).open(`${site.url}/story?dks=${mintToken('sms', 1)}`)
    await waitForAddress(page, `${site.url}/story`)
    await collector.waitForEvents('landing', 1)
    await page.evaluate(() => {
      setTimeout(() => location.reload())
    })
    const [reload] = await collector.waitForEvents('view', 1)
    expect(reload).toMatchObject({ navigation: 'reload', entry: false })
    await page.goto(`${site.url}/minutes`)
    const views = await collector.waitForEvents('view', 2)
    expect(views[1]).toMatchObject({ navigation: 'navigate', page: `${site.url}/minutes` })
    expect(await collector.read('landing')).toHaveLength(1)
  })

  test('is counted once, also when the reader goes on and comes back', async () => {
    const { site, collector } = stage
    stage.serve()
    const page = await (
      await stage.createContext()
    ).open(`${site.url}/story?dks=${mintToken('email', 1)}`)
    await waitForAddress(page, `${site.url}/story`)
    await page.goto(`${site.url}/minutes`)
    await collector.waitForEvents('view', 1)
    await page.evaluate(() => {
      setTimeout(() => history.back())
    })
    const views = await collector.waitForEvents('view', 2)
    // From the back/forward cache, or loaded again.
    expect(['restore', 'back_forward']).toContain(views[1]?.['navigation'])
    expect(views[1]).toMatchObject({ page: `${site.url}/story`, entry: false })
    await page.close()
    await collector.waitForEvents('landing', 1)
    await collector.waitForEvents('view', 2)
  })

  test.each(['landing', 'view'])(
    'is delivered although the page closes at once: %s',
    async (type) => {
      const { site, collector } = stage
      stage.serve()
      const query = type === 'landing' ? `?dks=${mintToken('signal', 2)}` : ''
      const page = await (await stage.createContext()).open(`${site.url}/story${query}`)
      await page.close()
      await collector.waitForEvents(type, 1)
      const arrivals = (await collector.read()).filter((row) =>
        /^(landing|view)$/.test(String(row['type'])),
      )
      expect(arrivals).toHaveLength(1)
    },
  )

  test('with a token from a link within the site is a view with a clean address', async () => {
    const { site, collector } = stage
    stage.serve()
    const page = await (await stage.createContext()).open(`${site.url}/article`)
    await collector.waitForEvents('view', 1)
    const url = `${site.url}/story?dks=${mintToken('copy', 1)}`
    await page.evaluate((href) => {
      document.querySelector('#next')?.setAttribute('href', href)
    }, url)
    await page.click('#next')
    const views = await collector.waitForEvents('view', 2)
    expect(views[1]).toMatchObject({
      navigation: 'navigate',
      entry: false,
      page: `${site.url}/story`,
    })
    await waitForAddress(page, `${site.url}/story`)
    expect(await collector.read('landing')).toEqual([])
  })

  test('is followed by an engage event when the reader presses a key', async () => {
    const { site, collector } = stage
    stage.serve()
    const token = mintToken('viber', 4)
    const page = await (await stage.createContext()).open(`${site.url}/story?dks=${token}`)
    await page.press('Tab')
    const [engage] = await collector.waitForEvents('engage', 1)
    expect(engage).toMatchObject({ arrival: 'landing', evidence: 'input', token, depth: 4 })
    await page.press('Tab')
    const [landing] = await collector.waitForEvents('landing', 1)
    expect(engage?.['load']).toBe(landing?.['id'])
    await page.close()
    await collector.waitForEvents('engage', 1)
  })

  test('is followed by an engage event for input that came before the page was idle', async () => {
    const { site, collector } = stage
    stage.serve()
    const page = await (await stage.createContext()).open(`${site.url}/busy`)
    await page.press('Tab')
    const [engage] = await collector.waitForEvents('engage', 1)
    expect(engage).toMatchObject({ arrival: 'view', evidence: 'input' })
  })

  test('is followed by an engage event when the reader clicks', async () => {
    const { site, collector } = stage
    stage.serve()
    const page = await (await stage.createContext()).open(`${site.url}/story`)
    await page.click('#button')
    const [engage] = await collector.waitForEvents('engage', 1)
    expect(engage).toMatchObject({ arrival: 'view', evidence: 'input', token: null })
  })
})

/**
 * Pages that are loaded and not looked at: prerendered, or in a tab behind. Chromium by its own driver: Playwright switches
 * prerendering off, and tells every tab that it is shown.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { By, Key } from 'selenium-webdriver'
import { Driver, Options, ServiceBuilder } from 'selenium-webdriver/chrome.js'
import { readBrowsers } from '../../scripts/setup/readBrowsers.mjs'
import { mintToken } from '../../src/token/mintToken.js'
import { createSite, type Site } from './createSite.js'
import { startDisplay, type Display } from './drivers/startDisplay.js'
import { openCollector, type TestCollector } from './openCollector.js'
import { waitFor } from './waitFor.js'

const { engines, missingTools } = await readBrowsers()
const chromium = engines.find(({ name }) => name === 'chromium')
const paths =
  chromium !== undefined && 'executable' in chromium && chromium.driver !== undefined
    ? { binary: chromium.executable, driver: chromium.driver }
    : undefined

function describeUnseen(binary: string, chromedriver: string): void {
  let display: Display
  let driver: Driver
  let site: Site
  let collector: TestCollector

  beforeAll(async () => {
    display = await startDisplay()
  })
  afterAll(() => display.stop())
  beforeEach(async () => {
    site = await createSite()
    collector = await openCollector()
    site.serve({ 'data-endpoint': collector.endpoint })
    const options = new Options()
    options.setChromeBinaryPath(binary)
    options.addArguments('--no-sandbox', '--no-first-run', '--disable-dev-shm-usage')
    const service = new ServiceBuilder(chromedriver).setEnvironment({
      ...(process.env as Record<string, string>), // without undefined: Node leaves those out
      DISPLAY: display.name,
    })
    driver = Driver.createSession(options, service.build())
  })
  afterEach(async () => {
    await driver.quit()
    await site.close()
    await collector.close()
  })

  const waitUntilTold = (how: string, count = 1): Promise<boolean> =>
    waitFor(`a page that says ${how}`, async () => {
      const told = site.requests.filter((request) => request === `POST /told/${how}`)
      return told.length >= count
    })
  const speculate = (to: string): Promise<void> =>
    driver.get(`${site.url}/speculate?to=${encodeURIComponent(to)}`)
  const readArrivals = async (): Promise<unknown[]> =>
    (await collector.read()).map(({ type, page, navigation, entry }) =>
      [type, String(page).slice(site.url.length), navigation, entry].join(),
    )

  test('a prerendered page that is never shown sends nothing', async () => {
    await speculate(`/telling/never?dks=${mintToken('sms', 1)}`)
    await waitUntilTold('prerendered')
    await driver.get(`${site.url}/telling/other`)
    await collector.waitForEvents('view', 1)
    expect(await readArrivals()).toEqual(['view,/telling/other,navigate,false'])
  })

  test('a prerendered page is counted once it is shown, and once', async () => {
    await speculate(`/telling/shown?x=1&dks=${mintToken('sms', 1)}`)
    await waitUntilTold('prerendered')
    expect(await readArrivals()).toEqual([])
    await driver.findElement(By.css('#next')).click()
    await collector.waitForEvents('view', 1)
    expect(
      await driver.executeScript(
        'return [location.search, performance.getEntriesByType("navigation")[0].activationStart > 0]',
      ),
    ).toEqual(['?x=1', true])
    await driver.get(`${site.url}/telling/other`)
    await collector.waitForEvents('view', 2)
    // A token from a page of the site is no landing.
    expect((await readArrivals())[0]).toBe('view,/telling/shown,navigate,false')
  })

  /** Opens a link in a tab behind, as readers do, and returns that tab once its page is loaded, unseen. */
  const openBehind = async (to: string): Promise<string> => {
    await driver.get(`data:text/html,<a href="${site.url}${to}">A link in a message</a>`)
    const link = await driver.findElement(By.css('a'))
    await driver.actions().keyDown(Key.CONTROL).click(link).keyUp(Key.CONTROL).perform()
    await waitUntilTold('hidden')
    expect(site.requests).toContain('GET /aparte.min.js')
    const [, behind = ''] = await driver.getAllWindowHandles()
    return behind
  }
  // By its id as the browser knows it, which is the same: to switch to a tab could show it.
  const tellBrowser = (what: string, targetId: string): Promise<void> =>
    driver.sendDevToolsCommand(`Target.${what}Target`, { targetId })

  test('a tab that is opened behind and closed unseen sends nothing', async () => {
    await tellBrowser('close', await openBehind(`/telling/behind?dks=${mintToken('sms', 1)}`))
    await waitFor('one tab', async () => (await driver.getAllWindowHandles()).length === 1)
    await driver.get(`${site.url}/telling/other`)
    await collector.waitForEvents('view', 1)
    expect(await readArrivals()).toEqual(['view,/telling/other,navigate,true'])
  })

  test('a tab that is opened behind is a landing once it is shown, and once', async () => {
    const behind = await openBehind(`/telling/behind?dks=${mintToken('sms', 1)}`)
    const [front = ''] = await driver.getAllWindowHandles()
    expect(await readArrivals()).toEqual([])
    await tellBrowser('activate', behind)
    await collector.waitForEvents('landing', 1)
    await tellBrowser('activate', front)
    await tellBrowser('activate', behind)
    await tellBrowser('activate', front)
    await driver.get(`${site.url}/telling/other`)
    await collector.waitForEvents('view', 1)
    expect(await readArrivals()).toEqual([
      'landing,/telling/behind,,',
      'view,/telling/other,navigate,true',
    ])
  })
}

describe('a page that nobody looks at, chromium', () => {
  if (paths !== undefined && missingTools.length === 0) describeUnseen(paths.binary, paths.driver)
  else if (process.env['CI'])
    test('runs', () => expect.unreachable('no chromedriver of its version'))
  else test.skip('is not run: no chromedriver of its version', () => undefined)
})

/** Pages that are loaded and not looked at: prerendered. Chromium by its own driver: Playwright switches that off. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { By, type WebDriver } from 'selenium-webdriver'
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
  let driver: WebDriver
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
}

describe('a page that nobody looks at, chromium', () => {
  if (paths !== undefined && missingTools.length === 0) describeUnseen(paths.binary, paths.driver)
  else if (process.env['CI'])
    test('runs', () => expect.unreachable('no chromedriver of its version'))
  else test.skip('is not run: no chromedriver of its version', () => undefined)
})

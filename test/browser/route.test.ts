/** Single-page sections, and a page that carries the script twice. */
import { expect, test } from 'vitest'
import { mintToken } from '../../src/token/mintToken.js'
import { copySelection } from './copySelection.js'
import { onEveryEngine } from './onEveryEngine.js'

onEveryEngine(
  'a single-page section',
  (stage) => {
    test('counts a route change as a view, and later shares carry the new page', async () => {
      const { engine, site, collector } = stage
      stage.serve()
      const token = mintToken('slack', 2)
      const page = await (await stage.createContext()).open(`${site.url}/single-page?dks=${token}`)
      const [landing] = await collector.waitForEvents('landing', 1)
      await page.click('#button')
      const [view] = await collector.waitForEvents('view', 1)
      const chapter = `${site.url}/single-page/chapter-2`
      expect(view).toMatchObject({
        navigation: 'route',
        entry: false,
        page: chapter,
        load: landing?.['id'],
      })
      await copySelection(engine, page, '#copied')
      const [share] = await collector.waitForEvents('share', 1)
      expect(share).toMatchObject({ page: chapter, parent: token, depth: 3, load: landing?.['id'] })
      await page.evaluate(() => history.back())
      const views = await collector.waitForEvents('view', 2)
      expect(views[1]).toMatchObject({ navigation: 'route', page: `${site.url}/single-page` })
      expect(await collector.read('landing')).toHaveLength(1)
    })

    test('runs one tracker where the script stands twice', async () => {
      const { engine, site, collector } = stage
      stage.serve()
      const page = await (await stage.createContext()).open(`${site.url}/twice`)
      await copySelection(engine, page, '#copied')
      await page.close()
      await collector.waitForEvents('share', 1)
      await collector.waitForEvents('view', 1)
      // A later visit comes last: what a second tracker had to send would be stored by then.
      await (await stage.createContext()).open(`${site.url}/minutes`)
      await collector.waitForEvents('view', 2)
      await collector.waitForEvents('share', 1)
    })

    test('runs on a page that has its own names for what browsers have, and keeps its queue', async () => {
      const { engine, site, collector } = stage
      stage.serve()
      const page = await (await stage.createContext()).open(`${site.url}/careless`)
      await copySelection(engine, page, '#copied')
      await page.evaluate(() => window.aparte?.push((tracker) => tracker.convert('subscribe')))
      await page.close()
      await collector.waitForEvents('view', 1)
      await collector.waitForEvents('share', 1)
      await collector.waitForEvents('convert', 1)
    })

    test('gives in to a router that insists on the token in its address', async () => {
      const { site, collector } = stage
      stage.serve()
      const page = await (
        await stage.createContext()
      ).open(`${site.url}/insisting?dks=${mintToken('slack', 2)}`)
      await collector.waitForEvents('landing', 1)
      // A hundred frames without a change: nobody writes to the address any more.
      const changes = await page.evaluate(async () => {
        const read = (): number => Number(Reflect.get(window, 'insisted'))
        let last = read()
        for (let calm = 0; calm < 100; calm++) {
          await new Promise(requestAnimationFrame)
          if (read() !== last) calm = 0
          last = read()
          if (last > 50) break
        }
        return last
      })
      expect(changes).toBeGreaterThan(0)
      expect(changes).toBeLessThanOrEqual(3)
    })
  },
  { isLong: true },
)

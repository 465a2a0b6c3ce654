/** Pages of the site that a translator, an AMP cache or a web archive shows under an address of its own. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import '../../src/window.js'
import { mintToken } from '../../src/token/mintToken.js'
import { copySelection } from './copySelection.js'
import type { Page } from './drivers/engine.js'
import { onEveryEngine, type Stage } from './onEveryEngine.js'
import type { Clipboard } from './readClipboard.js'
import { waitFor } from './waitFor.js'

const ORIGIN = 'https://journal.example'
const T = mintToken('whatsapp', 2)

/** Who shows the page: at which address, and how it writes the links of the page and the canonical link. */
interface Service {
  name: string
  address: string
  /** A link to `/minutes?y=2026#end` of the site, as the page holds it there. */
  link: string
  /** A link of the page that is not the site's own, though it names the site. */
  foreign: string
  canonical: string
  /** What stands in the address bar once the token is gone. */
  clean: string
  site?: string
}

const TRANSLATED = '_x_tr_sl=fr&_x_tr_tl=en&_x_tr_hl=en&_x_tr_pto=wapp'

const SERVICES: Service[] = [
  {
    name: 'a translator, with a canonical link',
    address: `https://journal-example.translate.goog/story?a=1&dks=${T}&${TRANSLATED}`,
    link: `https://journal-example.translate.goog/minutes?y=2026&${TRANSLATED}#end`,
    foreign: 'https://journal--example-net.translate.goog/minutes',
    canonical: `${ORIGIN}/story`,
    clean: `https://journal-example.translate.goog/story?a=1&${TRANSLATED}`,
  },
  {
    name: 'a translator, with a relative link',
    address: `https://journal-example.translate.goog/story?a=1&dks=${T}&${TRANSLATED}`,
    link: '/minutes?y=2026#end',
    foreign: `https://web.archive.org/web/2026/${ORIGIN}/minutes`,
    canonical: 'https://journal-example.translate.goog/story',
    clean: `https://journal-example.translate.goog/story?a=1&${TRANSLATED}`,
    site: 'journal.example',
  },
  {
    name: 'an AMP cache',
    address: `https://journal-example.cdn.ampproject.org/v/s/journal.example/story?a=1&dks=${T}&amp_js_v=0.1&usqp=mq331`,
    link: 'https://journal-example.cdn.ampproject.org/c/s/journal.example/minutes?y=2026#end',
    foreign: 'https://journal-example.cdn.ampproject.org/c/s/other.example/minutes',
    canonical: `${ORIGIN}/story`,
    clean:
      'https://journal-example.cdn.ampproject.org/v/s/journal.example/story?a=1&amp_js_v=0.1&usqp=mq331',
  },
  {
    name: 'a web archive',
    address: `https://web.archive.org/web/20261126080000/${ORIGIN}/story?a=1&dks=${T}`,
    link: `/web/20261126080000/${ORIGIN}/minutes?y=2026#end`,
    foreign: '/web/20261126080000/https://other.example/minutes',
    canonical: `https://web.archive.org/web/20261126080000/${ORIGIN}/story`,
    clean: `https://web.archive.org/web/20261126080000/${ORIGIN}/story?a=1`,
  },
]

async function open(stage: Stage, service: Service): Promise<Page> {
  const [html, script] = await Promise.all([
    readFile(new URL('../fixtures/through.html', import.meta.url), 'utf8'),
    readFile(new URL('../../dist/aparte.min.js', import.meta.url), 'utf8'),
  ])
  const options = {
    endpoint: stage.collector.endpoint,
    ...(service.site && { site: service.site }),
  }
  const code = `window.aparte = [${JSON.stringify(options)}]; ${script}`
  const written: Record<string, string> = { ...service, code }
  const page = html.replace(/\{\{(\w+)\}\}/g, (_, name: string) => written[name] ?? '')
  const world = await stage.openWorld(async (url) =>
    /translate|ampproject|archive/.test(url) ? page : undefined,
  )
  return (await stage.createContext({ world })).open(service.address)
}

onEveryEngine(
  'a page of the site that another shows',
  (stage) => {
    test.each(SERVICES)('counts as the page of the site: $name', async (service) => {
      const { engine, collector } = stage
      const page = await open(stage, service)
      const [landing] = await collector.waitForEvents('landing', 1)
      const story = `${ORIGIN}/story`
      expect(landing).toMatchObject({ token: T, page: story, site: 'journal.example', depth: 2 })
      await waitFor('the clean address', () =>
        page.evaluate((clean) => location.href === clean, service.clean),
      )

      const read = (clipboard: Clipboard): string => String(clipboard.get('text/html'))
      expect(read(await copySelection(engine, page, '#foreign'))).not.toContain('dks=')
      const html = read(await copySelection(engine, page, '#copied'))
      const [share] = await collector.waitForEvents('share', 1)
      const { token } = share ?? {}
      expect(share).toMatchObject({ page: story, target: `${ORIGIN}/minutes`, parent: T, depth: 3 })
      expect(html).toContain(`href="${ORIGIN}/minutes?y=2026&amp;dks=${String(token)}#end"`)
      expect(await page.evaluate(() => document.querySelector('#link')?.getAttribute('href'))).toBe(
        service.link,
      )

      const shared = await page.evaluate(
        () =>
          new Promise<string>((resolve) => {
            window.aparte?.push((tracker) => resolve(tracker.share('qr')))
          }),
      )
      expect(shared).toMatch(/^https:\/\/journal\.example\/story\?a=1&dks=\w{13}$/)
      await collector.waitForEvents('share', 2)
      expect(await collector.read('view')).toEqual([])
    })
  },
  { isLong: true },
)

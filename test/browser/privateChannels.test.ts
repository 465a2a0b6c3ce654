/**
 * Every channel that aparté is for, by name and from end to end: a button of the share bar, the token that leaves, the link as
 * the messenger opens it, the landing, and the row that the dashboard shows.
 */
import { readFile } from 'node:fs/promises'
import { expect, onTestFinished, test } from 'vitest'
import { createDashboard } from '../../examples/dashboard/createDashboard.js'
import type { Channel } from '../../src/channel/channels.js'
import { detect } from '../../src/url/detect.js'
import type { Site } from './createSite.js'
import type { Page } from './drivers/engine.js'
import { onEveryEngine } from './onEveryEngine.js'
import type { World } from './openWorld.js'
import { readQr } from './readQr.js'
import { waitFor } from './waitFor.js'

/** How a channel hands out its link, and how what it was sent to opens it. */
interface Route {
  channel: Channel
  /** The host that the button leads to; none for programs, apps and the QR code. */
  host?: string
  gesture: 'link' | 'api'
  /** Needs a phone, where the link is an app's. */
  isPhone?: true
  /** The name under which the corpus of user agents has the browser inside the app; none where it opens the system's. */
  app?: string
}

const ROUTES: Route[] = [
  { channel: 'whatsapp', host: 'wa.me', gesture: 'link', app: 'whatsapp' },
  { channel: 'messenger', host: 'www.facebook.com', gesture: 'link', app: 'messenger' },
  { channel: 'messenger', gesture: 'link', isPhone: true, app: 'messenger' },
  { channel: 'skype', host: 'web.skype.com', gesture: 'link' },
  { channel: 'wechat', gesture: 'api', app: 'wechat' },
  { channel: 'line', host: 'social-plugins.line.me', gesture: 'link', app: 'line' },
  { channel: 'facebook', host: 'www.facebook.com', gesture: 'link', app: 'facebook' },
  { channel: 'email', gesture: 'link' },
  { channel: 'sms', gesture: 'link', isPhone: true },
]

/** How the page tells of links that no server hears of. */
const HANDED = 'GET /handed/'

interface Corpus {
  samples: { ua: string; expect: { type: string; id?: string } }[]
}

const corpus = JSON.parse(
  await readFile(new URL('../corpus/user-agents.json', import.meta.url), 'utf8'),
) as Corpus

/** The browser inside an app, by its name in the corpus; the system's without one. */
function agent(app?: string): { userAgent?: string } {
  if (app === undefined) return {}
  const found = corpus.samples.find(({ expect: { type, id } }) => type === 'inapp' && id === app)
  return { userAgent: found?.ua ?? expect.unreachable(`no user agent of ${app}`) }
}

/** Presses the button of a channel, and returns what went out: the link that was opened, or the text of the QR code. */
async function handOut(
  { site, page, world }: { site: Site; page: Page; world: World },
  route: Route,
): Promise<string> {
  const { channel, host, gesture, isPhone } = route
  const only = channel === 'messenger' ? `[data-pointer=${isPhone ? 'coarse' : 'fine'}]` : ''
  await page.click(`share-bar [data-channel=${channel}]${only}`)
  if (host !== undefined) return world.waitForVisit(host)
  if (gesture === 'link')
    return waitFor('a link to a program', async () => {
      const asked = site.requests.find((request) => request.startsWith(HANDED))
      return asked !== undefined && decodeURIComponent(asked.slice(HANDED.length))
    })
  await waitFor('a QR code', () =>
    page.evaluate(() => document.querySelector('dialog[open] svg') !== null),
  )
  return encodeURIComponent(await readQr(page))
}

/** The rows of the dashboard's table of channels: name, kind, shares, landings, people. */
async function readRows(dashboard: Page): Promise<string[][]> {
  return dashboard.evaluate(() =>
    [...document.querySelectorAll('#channels tr')].map((row) =>
      [...row.querySelectorAll('th > *, .number')].map((cell) => cell.textContent ?? ''),
    ),
  )
}

onEveryEngine(
  'a private channel',
  (stage) => {
    test.for(ROUTES)('goes from button to dashboard: $channel $host', async (route, { skip }) => {
      const { engine, site, collector } = stage
      const { channel, gesture, isPhone, app } = route
      if (isPhone && !engine.canBePhone) skip('no touch emulation in this driver')
      stage.serve()
      const world = await stage.openWorld()
      const sharer = await stage.createContext({ world, ...(isPhone && { isPhone }) })
      const page = await sharer.open(`${site.url}/channels`)
      await waitFor('the share bar', () =>
        page.evaluate(() => document.querySelector('share-bar button') !== null && !!window.aparte),
      )

      const out = await handOut({ site, page, world }, route)
      const url = /http%3A[^&\s]+/.exec(out.replace(/^.*?(?=http%3A)/, ''))?.[0] ?? 'no own URL'
      const link = decodeURIComponent(url)
      const token = detect(link)?.token
      expect(link).toBe(`${site.url}/channels?dks=${token}`)
      const [share] = await collector.waitForEvents('share', 1)
      expect(share).toMatchObject({ token, channel, gesture, certain: true })

      // By itself, as an app opens it: nothing refers to it.
      const opened = await (await stage.createContext(agent(app))).open(link)
      const [landing] = await collector.waitForEvents('landing', 1)
      expect(landing).toMatchObject({
        token,
        channel,
        depth: 1,
        referrer_host: null,
        source: 'token',
      })
      await opened.press('a')
      await waitFor('a person behind the landing', async () =>
        (await collector.read('engage')).some(({ arrival }) => arrival === 'landing'),
      )

      const dashboard = await createDashboard({ collector: new URL(collector.endpoint).origin })
      onTestFinished(dashboard.close)
      const shown = await (await stage.createContext()).open(dashboard.url)
      const kind = channel === 'facebook' ? 'public' : 'private'
      await waitFor('the row', async () => (await readRows(shown)).length > 0)
      expect(await readRows(shown)).toEqual([['', channel, kind, '1', '1', '1']])
    })
  },
  { isLong: true },
)

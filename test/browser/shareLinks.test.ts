/** Links to share targets, followed in every way there is, and what arrives there. The rest of the web is `openWorld`. */
import { expect, test } from 'vitest'
import type { Channel } from '../../src/channel/channels.js'
import type { ClickOptions, Page } from './drivers/engine.js'
import { expectTagged } from './expectTagged.js'
import { onEveryEngine, type Stage } from './onEveryEngine.js'
import { expectShares, expectTokens, visitTargets, type ShareButton } from './shareSteps.js'

interface Link extends ShareButton {
  /** A click without it. */
  how?: ClickOptions | 'Enter' | 'added later'
  /** Leads away from the page, in some engines at least. */
  isLeaving?: true
}

const LINKS: Link[] = [
  { id: 'icon', host: 't.me', channel: 'telegram' },
  { id: 'noopener', host: 'bsky.app', channel: 'bluesky' },
  { id: 'key', host: 'www.facebook.com', channel: 'messenger', how: 'Enter' },
  { id: 'late', host: 'vk.com', channel: 'vk' },
  { id: 'added', host: 'x.com', channel: 'x', how: 'added later' },
  { id: 'inside', host: 'teams.microsoft.com', channel: 'teams' },
  { id: 'twice', host: 'www.addtoany.com', channel: 'redirector' },
  {
    id: 'middle',
    host: 'www.reddit.com',
    channel: 'reddit',
    how: { button: 'middle' },
    isLeaving: true,
  },
  {
    id: 'control',
    host: 'www.linkedin.com',
    channel: 'linkedin',
    how: { key: 'Control' },
    isLeaving: true,
  },
  { id: 'plain', host: 'wa.me', channel: 'whatsapp', isLeaving: true },
]

const LEFT_ALONE = [
  { id: 'account', host: 'x.com' },
  { id: 'phone', host: 'wa.me' },
  { id: 'translate', host: 'translate.google.com' },
  { id: 'login', host: 'login.example' },
  { id: 'comeback', host: 'www.facebook.com' },
  { id: 'ignored', host: 'www.tumblr.com' },
]

const PROGRAMS: { id: string; channel: Channel; urls: number }[] = [
  { id: 'mail', channel: 'email', urls: 2 },
  { id: 'sms', channel: 'sms', urls: 1 },
  { id: 'app', channel: 'whatsapp', urls: 1 },
]

async function followLink(page: Page, { id, how }: Link): Promise<void> {
  if (how === 'Enter') {
    await page.evaluate((link) => document.getElementById(link)?.focus(), id)
    return page.press('Enter')
  }
  if (how === 'added later')
    await page.evaluate((link) => {
      const own = document.querySelector<HTMLAnchorElement>('#blank')?.search
      const url = `https://x.com/intent/post${own}`
      const item = document.querySelector('#later')
      item?.insertAdjacentHTML('beforeend', `<a id="${link}" target="_blank" href="${url}">X</a>`)
    }, id)
  return page.click(`#${id}`, typeof how === 'object' ? how : {})
}

/** The attribute of each link, as written. */
function readWritten(page: Page): Promise<(string | null)[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('a')].map((link) => link.getAttribute('href')),
  )
}

async function openLinks(stage: Stage) {
  const world = await stage.openWorld()
  const context = await stage.createContext({ world })
  return { world, context, page: await context.open(), url: `${stage.site.url}/share-links` }
}

onEveryEngine(
  'a link to a share target',
  (stage) => {
    test('arrives with one token of its channel, however it is followed', async () => {
      const { page, url, ...opened } = await openLinks(stage)
      const visit = async (): Promise<string[]> => {
        await page.goto(url)
        return visitTargets({ page, ...opened }, LINKS, async (link) => {
          // WebKitGTK follows a middle click in the same tab.
          if (link.isLeaving) await page.goto(url)
          await followLink(page, link)
        })
      }
      const native = await visit()
      stage.serve()
      const tokens = expectTokens(stage, LINKS, { arrived: await visit(), native })
      expect(new Set(tokens).size).toBe(LINKS.length)
      await expectShares(
        stage,
        page,
        LINKS.map(({ channel }, index) => ({ token: tokens[index], channel, gesture: 'link' })),
      )
    })

    test('is left alone without an own URL, elsewhere, and where it says where to come back to', async () => {
      const { site } = stage
      const { page, url, ...opened } = await openLinks(stage)
      // The one that is a share comes last.
      const links = [...LEFT_ALONE, { id: 'icon', host: 't.me' }]
      await page.goto(url)
      const native = await visitTargets({ page, ...opened }, links)
      stage.serve()
      await page.goto(url)
      const written = await readWritten(page)
      const arrived = await visitTargets({ page, ...opened }, links)
      expect(arrived.slice(0, -1)).toEqual(native.slice(0, -1))
      expect(await readWritten(page)).toEqual(written)
      const shared = expectTagged(arrived.at(-1) ?? '', native.at(-1) ?? '', site.url)
      await expectShares(stage, page, [{ ...shared, gesture: 'link' }])
    })

    test('to a program has one token for all its own URLs', async () => {
      const { site } = stage
      const { page, url } = await openLinks(stage)
      // No server sees these. What the browser acts on is what the link says when its last listener has run.
      const follow = async (): Promise<string[]> => {
        await page.goto(url)
        const followed: string[] = []
        for (const { id } of PROGRAMS) {
          await page.evaluate(() => {
            const read = ({ target }: Event): void => {
              if (target instanceof HTMLAnchorElement) document.title = target.href
            }
            addEventListener('click', read, { once: true })
          })
          await page.click(`#${id}`)
          followed.push(await page.evaluate(() => document.title))
        }
        return followed
      }
      const native = await follow()
      const written = await readWritten(page)
      stage.serve()
      const arrived = await follow()
      const tagged = PROGRAMS.map(({ id, channel, urls }, index) => {
        const found = expectTagged(arrived[index] ?? '', native[index] ?? '', site.url)
        expect({ id, ...found }).toMatchObject({ id, channel, urls })
        return found
      })
      expect(await readWritten(page)).toEqual(written)
      expect(await page.evaluate(() => window.watch.errors)).toEqual([])
      const shares = tagged.map(({ token, channel }) => ({ token, channel, gesture: 'link' }))
      await expectShares(stage, page, shares)
      const mail = (await stage.collector.read('share')).find(({ channel }) => channel === 'email')
      expect(mail).toMatchObject({ token: tagged[0]?.token, urls: 2 })
    })

    test('leads to a landing of its channel when somebody opens what was sent', async () => {
      const { site, collector } = stage
      const { page, url, ...opened } = await openLinks(stage)
      stage.serve()
      await page.goto(url)
      const [arrived = ''] = await visitTargets({ page, ...opened }, [
        { id: 'plain', host: 'wa.me' },
      ])
      const text = new URL(arrived).searchParams.get('text') ?? ''
      const received = text.slice(text.indexOf(site.url))
      await (await stage.createContext()).open(received)
      const [share] = await collector.waitForEvents('share', 1)
      expect(share).toMatchObject({ page: url, target: `${site.url}/story` })
      const [landing] = await collector.waitForEvents('landing', 1)
      expect(landing).toMatchObject({
        token: share?.['token'],
        channel: 'whatsapp',
        kind: 'private',
      })
    })
  },
  { isLong: true },
)

/** The share buttons that sites get from npm, their code unchanged, in pages of their own. */
import { expect, test } from 'vitest'
import { onEveryEngine } from './onEveryEngine.js'
import { expectShares, expectTokens, visitTargets, type ShareButton } from './shareSteps.js'
import { waitFor } from './waitFor.js'

interface Library {
  fixture: string
  buttons: ShareButton[]
  /** Buttons that are links; the others open windows. */
  links: string[]
}

const LIBRARIES: Library[] = [
  {
    fixture: 'share-react',
    buttons: [
      { id: 'whatsapp', host: 'api.whatsapp.com', channel: 'whatsapp' },
      { id: 'telegram', host: 'telegram.me', channel: 'telegram' },
      { id: 'line', host: 'social-plugins.line.me', channel: 'line' },
      // Its redirect_uri has the page's address, too, and keeps it as it is.
      { id: 'messenger', host: 'www.facebook.com', channel: 'messenger' },
      { id: 'facebook', host: 'www.facebook.com', channel: 'facebook' },
      { id: 'x', host: 'twitter.com', channel: 'x' },
      { id: 'bluesky', host: 'bsky.app', channel: 'bluesky' },
      { id: 'linkedin', host: 'linkedin.com', channel: 'linkedin' },
      { id: 'reddit', host: 'www.reddit.com', channel: 'reddit' },
      { id: 'tumblr', host: 'www.tumblr.com', channel: 'tumblr' },
      // The one that writes the address as it is, without encoding it.
      { id: 'hatena', host: 'b.hatena.ne.jp', channel: 'hatena' },
    ],
    links: [],
  },
  {
    fixture: 'share-shareon',
    buttons: [
      { id: 'whatsapp', host: 'wa.me', channel: 'whatsapp' },
      { id: 'telegram', host: 'telegram.me', channel: 'telegram' },
      { id: 'messenger', host: 'www.facebook.com', channel: 'messenger' },
      { id: 'teams', host: 'teams.microsoft.com', channel: 'teams' },
      { id: 'mastodon', host: 'toot.kytta.dev', channel: 'mastodon' },
      { id: 'tumblr', host: 'www.tumblr.com', channel: 'tumblr', urls: 2 },
      { id: 'hackernews', host: 'news.ycombinator.com', channel: 'hackernews' },
      { id: 'bluesky', host: 'bsky.app', channel: 'bluesky' },
      { id: 'pocket', host: 'getpocket.com', channel: 'pocket' },
    ],
    links: ['whatsapp', 'telegram', 'messenger', 'teams', 'mastodon', 'tumblr', 'hackernews'],
  },
  {
    fixture: 'share-sharer',
    buttons: [
      { id: 'x', host: 'x.com', channel: 'x' },
      { id: 'whatsapp', host: 'wa.me', channel: 'whatsapp' },
      { id: 'telegram', host: 't.me', channel: 'telegram' },
      { id: 'line', host: 'line.me', channel: 'line' },
      { id: 'vk', host: 'vk.com', channel: 'vk' },
      { id: 'pinterest', host: 'www.pinterest.com', channel: 'pinterest' },
      { id: 'weibo', host: 'service.weibo.com', channel: 'weibo' },
      { id: 'okru', host: 'connect.ok.ru', channel: 'ok' },
      { id: 'flipboard', host: 'share.flipboard.com', channel: 'flipboard' },
      { id: 'linkedin', host: 'www.linkedin.com', channel: 'linkedin' },
      { id: 'xing', host: 'www.xing.com', channel: 'xing' },
    ],
    links: [],
  },
]

// sharer.js writes the time into the link of Flipboard.
const withoutTime = (url: string): string => url.replace(/&t=\d{13}$/, '')

onEveryEngine(
  'the buttons of a share library',
  (stage) => {
    test.each(LIBRARIES)(
      'arrive with the token of their channel: $fixture',
      async ({ fixture, buttons, links }) => {
        const { site } = stage
        const world = await stage.openWorld()
        const context = await stage.createContext({ world })
        const page = await context.open()
        const visit = async (): Promise<string[]> => {
          await page.goto(`${site.url}/${fixture}`)
          await waitFor('the buttons', () =>
            page.evaluate((id) => document.getElementById(id) !== null, buttons[0]?.id ?? ''),
          )
          return (await visitTargets({ page, context, world }, buttons)).map(withoutTime)
        }
        const native = await visit()
        stage.serve()
        const tokens = expectTokens(stage, buttons, { arrived: await visit(), native })
        expect(await page.evaluate(() => window.watch.errors)).toEqual([])
        expect(await page.evaluate(() => window.watch.seen)).toBe(0)
        await expectShares(
          stage,
          page,
          buttons.map(({ id, channel }, index) => ({
            token: tokens[index],
            channel,
            gesture: links.includes(id) ? 'link' : 'open',
          })),
        )
      },
    )
  },
  { isLong: true },
)

/** Share buttons that leave the page by a script, seen through the Navigation API where there is one. */
import { expect, test } from 'vitest'
import { onEveryEngine } from './onEveryEngine.js'
import { expectShares, expectTokens, type ShareButton } from './shareSteps.js'
import { waitFor } from './waitFor.js'

/** Tagged in every engine. */
const OPENED: ShareButton[] = [{ id: 'self', host: 'www.reddit.com', channel: 'reddit' }]

/** Tagged and counted where a page hears of its own navigations. */
const LOCATED: ShareButton[] = [
  { id: 'href', host: 'x.com', channel: 'x' },
  { id: 'assign', host: 'wa.me', channel: 'whatsapp' },
  { id: 'replace', host: 'www.xing.com', channel: 'xing' },
  { id: 'detached', host: 't.me', channel: 'telegram' },
  { id: 'form', host: 'vk.com', channel: 'vk' },
  { id: 'handled', host: 'www.tumblr.com', channel: 'tumblr' },
]

onEveryEngine(
  'a page that goes to a share target',
  (stage) => {
    test('takes the token along, and any other target nothing', async () => {
      const { site } = stage
      const world = await stage.openWorld()
      const context = await stage.createContext({ world })
      const page = await context.open(`${site.url}/share-location`)
      const hasNavigation = await page.evaluate(() => 'navigation' in window)
      console.log(`Navigation API: ${hasNavigation}`)
      // Without it the last one arrives tagged, too, but a page that prevents a click need not follow it: not counted.
      const located = hasNavigation ? LOCATED : []
      const plain = [
        { id: 'elsewhere', host: 'translate.google.com' },
        { id: 'posted', host: 'www.linkedin.com' },
        { id: 'ignored', host: 'www.pinterest.com' },
        ...LOCATED.slice(0, hasNavigation ? 0 : -1),
      ]
      const go = async (
        buttons: readonly Pick<ShareButton, 'id' | 'host'>[],
      ): Promise<string[]> => {
        const urls: string[] = []
        for (const { id, host } of buttons) {
          await page.goto(`${site.url}/share-location`)
          await page.click(`#${id}`)
          urls.push(await world.waitForVisit(host))
          // Not into a navigation that is under way, which would end the next one.
          await waitFor('the target to load', async () =>
            page
              .evaluate(() => `${location.hostname} ${document.readyState}`)
              .then(
                (at) => at === `${host} complete`,
                () => false,
              ),
          )
        }
        return urls
      }
      const tagged = [...OPENED, ...located]
      const native = await go([...tagged, ...plain])
      stage.serve()
      const arrived = await go([...tagged, ...plain])
      const tokens = expectTokens(stage, tagged, { arrived, native })
      expect(arrived.slice(tagged.length)).toEqual(native.slice(tagged.length))
      const posted = world.visits.filter(({ url }) => url.startsWith('https://www.linkedin.com/'))
      expect(posted.map(({ method }) => method)).toEqual(['POST', 'POST'])
      await expectShares(
        stage,
        page,
        tagged.map(({ id, channel }, index) => ({
          token: tokens[index],
          channel,
          gesture: id === 'handled' ? 'link' : 'open',
        })),
      )
    })
  },
  { isLong: true },
)

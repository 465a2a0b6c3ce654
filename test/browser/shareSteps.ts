/** What tests of share buttons have in common: press them, see where they lead, and which shares are counted. */
import { expect } from 'vitest'
import type { Channel } from '../../src/channel/channels.js'
import type { Context, Page } from './drivers/engine.js'
import { expectTagged } from './expectTagged.js'
import type { Stage } from './onEveryEngine.js'
import type { Row } from './openCollector.js'
import type { World } from './openWorld.js'
import { waitFor } from './waitFor.js'

/** A share button or link of a fixture. */
export interface ShareButton {
  id: string
  /** Where it leads. */
  host: string
  channel: Channel
  /** Own URLs that get the token; 1 without it. */
  urls?: number
}

/** Closes windows that a page has opened. Firefox opens 20 at most. */
export async function closeOpened(context: Context): Promise<void> {
  const [, ...opened] = await context.pages()
  for (const page of opened) await page.close()
}

/** Presses buttons one after the other, and returns the URLs that were visited. */
export async function visitTargets<Button extends Pick<ShareButton, 'id' | 'host'>>(
  { page, context, world }: { page: Page; context: Context; world: World },
  buttons: readonly Button[],
  press: (button: Button) => Promise<void> = ({ id }) => page.click(`#${id}`),
): Promise<string[]> {
  const urls: string[] = []
  for (const button of buttons) {
    await press(button)
    urls.push(await world.waitForVisit(button.host))
    await closeOpened(context)
  }
  return urls
}

/** Compares what arrived with and without aparté, and expects the token of each button's channel. Returns the tokens. */
export function expectTokens(
  { site }: Stage,
  buttons: readonly ShareButton[],
  { arrived, native }: { arrived: string[]; native: string[] },
): string[] {
  return buttons.map(({ id, channel, urls = 1 }, index) => {
    const tagged = expectTagged(arrived[index] ?? '', native[index] ?? '', site.url)
    expect({ id, ...tagged }).toMatchObject({ id, channel, urls })
    return tagged.token
  })
}

/** Closes the page and expects these shares to be stored, and no others. */
export async function expectShares(
  { site, collector, createContext }: Stage,
  page: Page,
  expected: Pick<Row, 'token' | 'channel' | 'gesture'>[],
): Promise<void> {
  await page.close()
  // A later visit comes last: by then, whatever else was counted is stored too.
  const last = `${site.url}/minutes`
  const visit = await (await createContext()).open(last)
  // A page that is left counts its visit at once, and not when it is idle some time.
  await visit.close()
  await waitFor('the last visit', async () =>
    (await collector.read('view')).some(({ page: url }) => url === last),
  )
  const shares = await collector.waitForEvents('share', expected.length)
  const read = shares.map(({ token, channel, gesture, certain }) => ({
    token,
    channel,
    gesture,
    certain,
  }))
  expect(read).toHaveLength(expected.length)
  expect(read).toEqual(
    expect.arrayContaining(
      expected.map(({ token, channel, gesture }) => ({ token, channel, gesture, certain: true })),
    ),
  )
}

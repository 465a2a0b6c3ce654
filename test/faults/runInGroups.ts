import type { Page } from '../browser/drivers/engine.js'
import type { Stand } from './openStand.js'

/** So many that the last one is left within 15 s after the first, before anything may be taken over. */
const MAX_GROUP = 12
/** Where pages are left one after the other. */
const MAX_GROUP_WEBKIT = 4

/** The three parts of a group. */
export interface Group {
  /** Opens a page. */
  open: () => Promise<Page>
  /** Does to it what the scenario is about, and closes it. `n` counts all pages. */
  leave: (page: Page, n: number) => Promise<void>
  /** Ends the group: a visit that takes over what its pages left. */
  finish: () => Promise<void>
}

async function forEach<Item>(
  { engine }: Stand,
  items: readonly Item[],
  run: (item: Item) => Promise<void>,
): Promise<void> {
  const left = [...items]
  const work = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await run(item)
  }
  // Where the driver can follow more than one window.
  await Promise.all(Array.from({ length: engine.name === 'webkit' ? 1 : 4 }, work))
}

/**
 * Leaves `count` pages in groups. All pages of a group are open before the first one is left: a page that opened later would take
 * over what others had left, be left itself without an answer, and so repeat it time and again.
 */
export async function runInGroups(
  stand: Stand,
  count: number,
  { open, leave, finish }: Group,
): Promise<void> {
  const all = Array.from({ length: count }, (_, n) => n)
  const size = stand.engine.name === 'webkit' ? MAX_GROUP_WEBKIT : MAX_GROUP
  while (all.length > 0) {
    const opened: { page: Page; n: number }[] = []
    await forEach(stand, all.splice(0, size), async (n) => {
      opened.push({ page: await open(), n })
    })
    await forEach(stand, opened, ({ page, n }) => leave(page, n))
    await finish()
  }
}

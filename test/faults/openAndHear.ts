import type { Page } from '../browser/drivers/engine.js'
import type { Trouble } from './createFaultSite.js'
import { hear } from './hear.js'
import type { Stand } from './openStand.js'

/** Opens a page of the site and waits until it has nothing more to send, so that what comes next is what is looked at. */
export async function openAndHear(stand: Stand, trouble?: Trouble): Promise<Page> {
  const page = await stand.open(trouble)
  await hear(page)
  return page
}

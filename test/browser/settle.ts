/** Waits for an address that stays, on pages that count in `window.calls` how often anybody asks for another one. */
import type { Page } from './drivers/engine.js'
import { waitFor } from './waitFor.js'

/** An address that stays. */
export interface Settled {
  href: string
  /** How often another address was asked for, since the load. */
  calls: number
  /** What the router keeps in `history.state`, by its names. */
  state: string
}

/** Waits until nobody has asked for another address for ten frames. */
export function settle(page: Page): Promise<Settled> {
  return page.evaluate(async () => {
    const read = (): number => Number(Reflect.get(window, 'calls'))
    let last = read()
    for (let calm = 0; calm < 10; calm++) {
      await new Promise(requestAnimationFrame)
      if (read() !== last) calm = 0
      last = read()
      if (last > 500) break
    }
    const state = Object.keys(history.state ?? {})
      .sort()
      .join()
    return { href: location.href, calls: last, state }
  })
}

/** Waits for an address that is fine and stays. */
export function settleOn(page: Page, isFine: (href: string) => boolean): Promise<Settled> {
  let href = ''
  return waitFor('the address', async () => {
    const settled = await settle(page)
    href = settled.href
    return isFine(href) && settled
  }).catch((cause: unknown) => {
    throw new Error(`the address is ${href}`, { cause })
  })
}

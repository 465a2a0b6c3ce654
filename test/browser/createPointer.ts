/** A pointer that the window system moves, for what drivers cannot do in every engine: right clicks and drags. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Engine, Page } from './drivers/engine.js'
import { waitFor } from './waitFor.js'

const run = promisify(execFile)

/** What a person does with a mouse. Elements are found by selector; their middle has to be in view. */
export interface Pointer {
  rightClick: (selector: string) => Promise<void>
  /** Presses, moves until a drag begins, and releases. */
  drag: (selector: string) => Promise<void>
}

/** What a page has seen of the pointer. */
interface Seen {
  x: number
  y: number
  /** How many times a drag has begun, and a button was pressed. */
  drags: number
  presses: number
}

/** Finds out where a page lies on the screen: moves the pointer, and asks the page where it has seen it. */
export async function createPointer({ display }: Engine, page: Page): Promise<Pointer> {
  const xdotool = async (...args: (string | number)[]): Promise<void> => {
    await run('xdotool', args.map(String), { env: { ...process.env, DISPLAY: display } })
  }
  await page.evaluate(() => {
    const pointer = { x: -1, y: -1, drags: 0, presses: 0 }
    addEventListener('mousemove', ({ clientX: x, clientY: y }) => Object.assign(pointer, { x, y }))
    addEventListener('dragstart', () => pointer.drags++, true)
    addEventListener('mousedown', () => pointer.presses++, true)
    Object.assign(window, { pointer })
  })
  const look = (): Promise<Seen> =>
    page.evaluate(() => ({ ...(window as unknown as { pointer: Seen }).pointer }))
  const start = { x: 500, y: 600 }
  let nudge = 0
  const origin = await waitFor('the page to see the pointer', async () => {
    nudge = 1 - nudge
    await xdotool('mousemove', start.x + nudge, start.y)
    const { x, y } = await look()
    return x >= 0 && { x: start.x + nudge - x, y: start.y - y }
  })
  const find = async (selector: string): Promise<[x: number, y: number]> => {
    const { x, y } = await page.evaluate((wanted) => {
      const rect = document.querySelector(wanted)?.getBoundingClientRect()
      if (!rect) throw new Error(`nothing matches ${wanted}`)
      return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 }
    }, selector)
    return [Math.round(origin.x + x), Math.round(origin.y + y)]
  }
  const press = async (what: string, button: number): Promise<Seen> => {
    const before = await look()
    await xdotool(what, button)
    await waitFor('the page to see the press', async () => (await look()).presses > before.presses)
    return before
  }
  // Elsewhere: Chromium drags nothing by the second press of a double click, and the last page may have had the first.
  await press('click', 1)
  return {
    rightClick: async (selector) => {
      await xdotool('mousemove', ...(await find(selector)))
      await press('click', 3)
    },
    drag: async (selector) => {
      const [x, y] = await find(selector)
      await xdotool('mousemove', x, y)
      const { drags } = await press('mousedown', 1)
      let way = 0
      await waitFor('the drag to begin', async () => {
        way += 3
        await xdotool('mousemove', x + way, y + (way % 2))
        return (await look()).drags > drags
      })
      await xdotool('mouseup', 1)
    },
  }
}

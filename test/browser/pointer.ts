/**
 * The mouse and the keyboard of a display, as a reader's hands move them: native menus, and drags from window to window,
 * which no driver reaches.
 */
import { execFile } from 'node:child_process'
import type { Engine, Page } from './drivers/engine.js'
import { waitFor } from './waitFor.js'

/** A place on the display or in a page, in pixels from the upper left corner. */
export interface Point {
  x: number
  y: number
}

declare global {
  interface Window {
    /** Where in the page its last `mousemove` was. */
    pointerSeen: Point | undefined
  }
}

/** The middle of the display: every window that a driver opens lies there. */
const MIDDLE: Point = { x: 640, y: 512 }

/** Runs xdotool on the display of an engine and returns what it prints. */
function xdotool({ display }: Engine, ...args: (string | number)[]): Promise<string> {
  const env = { ...process.env, DISPLAY: display }
  return new Promise((resolve, reject) => {
    execFile('xdotool', args.map(String), { env }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout.trim())
      else reject(new Error(`xdotool ${args.join(' ')}: ${stderr || error.message}`))
    })
  })
}

/** Every visible window, or those with these words in their titles. */
async function findWindows(engine: Engine, title = ''): Promise<string[]> {
  try {
    const found = await xdotool(engine, 'search', '--onlyvisible', '--name', title)
    return found.split('\n')
  } catch {
    return [] // xdotool's way to say that there is none, or that one closed while it looked
  }
}

/** Puts the window with these words in its title at a place, in front of all others: there is no window manager. */
export async function placeWindow(
  engine: Engine,
  title: string,
  { x, y, width, height }: Point & { width: number; height: number },
): Promise<void> {
  // A page is loaded some time before its window has its title.
  const id = await waitFor(
    `a window with ${title}`,
    async () => (await findWindows(engine, title))[0],
  )
  await xdotool(engine, 'windowmove', id, x, y, 'windowsize', id, width, height)
  await xdotool(engine, 'windowraise', id)
}

/**
 * Finds the middle of an element, in its first line, on the display. Frames and tool bars differ, so the page is asked
 * where it sees the pointer.
 *
 * @param probe a point where the page is in front
 */
export async function locate(
  engine: Engine,
  page: Page,
  selector: string,
  probe: Point = MIDDLE,
): Promise<Point> {
  await page.evaluate(() => {
    addEventListener('mousemove', ({ clientX, clientY }) => {
      window.pointerSeen = { x: clientX, y: clientY }
    })
  })
  let last: Point | undefined
  let moves = 0
  const corner = await waitFor(`the pointer to be seen by the page with ${selector}`, async () => {
    const shift = (moves++ % 2) * 8
    await xdotool(engine, 'mousemove', probe.x + shift, probe.y + shift)
    const seen = await page.evaluate(() => window.pointerSeen ?? false)
    const found = seen && { x: probe.x + shift - seen.x, y: probe.y + shift - seen.y }
    // What the page tells may still be an earlier move: two that differ have to agree.
    const isSure = found && found.x === last?.x && found.y === last.y
    last = found || undefined
    return isSure && found
  })
  const middle = await page.evaluate((wanted) => {
    const box = document.querySelector(wanted)?.getClientRects()[0]
    if (box === undefined) throw new Error(`nothing is shown that matches ${wanted}`)
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }, selector)
  return { x: Math.round(corner.x + middle.x), y: Math.round(corner.y + middle.y) }
}

/** Presses keys one after the other, in xdotool's names, such as `Down`; they go to what is in front, such as a menu. */
export async function pressKeys(engine: Engine, ...keys: string[]): Promise<void> {
  await xdotool(engine, 'key', ...keys)
}

/** Does what makes the browser open a window of its own, such as a menu or a dialog, and waits until it is there. */
export async function waitForWindow(engine: Engine, open: () => Promise<void>): Promise<void> {
  const before = new Set(await findWindows(engine))
  await open()
  await waitFor('a window to open', async () =>
    (await findWindows(engine)).some((id) => !before.has(id)),
  )
}

/** Opens the menu of the first tab of the window with these words in its title, which goes to the upper left corner. */
export async function openTabMenu(engine: Engine, title: string): Promise<void> {
  await placeWindow(engine, title, { x: 0, y: 0, width: 1200, height: 900 })
  // Chromium and Firefox both draw their tabs where other windows have their title, and the first one on the left.
  await waitForWindow(engine, async () => {
    await xdotool(engine, 'mousemove', 130, 20, 'click', 3)
  })
}

/** Presses the right button on an element. */
export async function clickRight(engine: Engine, page: Page, selector: string): Promise<void> {
  const { x, y } = await locate(engine, page, selector)
  await xdotool(engine, 'mousemove', x, y, 'click', 3)
}

/** Presses the left button at a point and moves away, until a drag has started. */
export async function startDrag(
  engine: Engine,
  { x, y }: Point,
  hasStarted: () => Promise<boolean>,
): Promise<void> {
  await xdotool(engine, 'mousemove', x, y, 'mousedown', 1)
  let way = 0
  await waitFor('a drag to start', async () => {
    way = Math.min(way + 4, 40)
    await xdotool(engine, 'mousemove', x + way, y + way / 4)
    return hasStarted()
  })
}

/** Moves what is dragged to a point, waits until it is welcome there, and releases the button. */
export async function drop(
  engine: Engine,
  { x, y }: Point,
  isWelcome: () => Promise<boolean>,
): Promise<void> {
  await waitFor('what is dragged to be welcome', async () => {
    // To and fro, because windows are asked at every move, and answer with what they thought of the one before.
    await xdotool(engine, 'mousemove', x + 8, y, 'mousemove', x, y)
    return isWelcome()
  })
  await xdotool(engine, 'mouseup', 1)
}

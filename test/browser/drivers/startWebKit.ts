/**
 * WebKitGTK by its own WebDriver. A session of MiniBrowser is a profile of its own, and one driver process serves one
 * session, so every context has a driver process.
 */
import { Button, Key, type WebDriver, type WebElement } from 'selenium-webdriver'
import type { ClickOptions, Context, ContextOptions, Engine, Json, Page } from './engine.js'
import { openWebKitSession, stopProcess, type WebKitPaths } from './openWebKitSession.js'
import { startDisplay } from './startDisplay.js'

const KEYS: Record<string, string> = {
  Control: Key.CONTROL,
  Shift: Key.SHIFT,
  Enter: Key.ENTER,
  Tab: Key.TAB,
  Escape: Key.ESCAPE,
  Space: Key.SPACE,
}

/** Finds an element, also inside open shadow roots, where CSS selectors do not reach. */
const FIND = `const find = (root) => {
  const found = root.querySelector(arguments[0])
  if (found) return found
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    const inside = shadowRoot && find(shadowRoot)
    if (inside) return inside
  }
}
return find(document)`

// Only one window of a session is the current one, and every command goes to that.
function createSwitch(driver: WebDriver): (handle: string) => Promise<void> {
  let current = ''
  return async (handle) => {
    if (current === handle) return
    await driver.switchTo().window(handle)
    current = handle
  }
}

function wrapPage(
  driver: WebDriver,
  handle: string,
  enter: (handle: string) => Promise<void>,
): Page {
  return {
    goto: async (url) => {
      await enter(handle)
      await driver.get(url)
    },
    evaluate: async <Argument extends Json, Result>(
      run: (argument: Argument) => Result | Promise<Result>,
      argument?: Argument,
    ) => {
      await enter(handle)
      const result = await driver.executeAsyncScript<{ value: Result } | { error: string }>(
        `const done = arguments[arguments.length - 1]
        Promise.resolve().then(() => (${String(run)})(${JSON.stringify(argument)})).then(
          (value) => done({ value: value === undefined ? null : value }),
          (error) => done({ error: String(error) }),
        )`,
      )
      if ('error' in result) throw new Error(result.error)
      return result.value
    },
    press: async (keys) => {
      await enter(handle)
      const pressed = keys.split('+').map((key) => KEYS[key] ?? key)
      const actions = driver.actions()
      for (const key of pressed) actions.keyDown(key)
      for (const key of pressed.toReversed()) actions.keyUp(key)
      await actions.perform()
    },
    click: async (selector, { button, key }: ClickOptions = {}) => {
      await enter(handle)
      const element = await driver.executeScript<WebElement | null>(FIND, selector)
      if (element === null) throw new Error(`nothing matches ${selector}`)
      if (button === undefined && key === undefined) return element.click()
      const actions = driver.actions().move({ origin: element })
      if (key !== undefined) actions.keyDown(KEYS[key] ?? key)
      actions.press(button === 'middle' ? Button.MIDDLE : Button.LEFT)
      actions.release(button === 'middle' ? Button.MIDDLE : Button.LEFT)
      if (key !== undefined) actions.keyUp(KEYS[key] ?? key)
      await actions.perform()
    },
    close: async () => {
      await enter(handle)
      await driver.close()
    },
  }
}

async function createContext(
  paths: WebKitPaths,
  display: string,
  options: ContextOptions,
): Promise<Context & { version: string }> {
  const { driver, child } = await openWebKitSession(paths, display, options)
  try {
    // A page that never loads says so before the test itself is over.
    await driver.manage().setTimeouts({ pageLoad: 120_000, script: 120_000 })
    const enter = createSwitch(driver)
    // The session ends with its last window, so the first one stays empty for as long as the context lives.
    const spare = await driver.getWindowHandle()
    const known = [spare]
    return {
      version: (await driver.getCapabilities()).getBrowserVersion() ?? 'unknown',
      open: async (url) => {
        await enter(spare)
        // A window, because a tab that the driver opens stays `hidden` behind the first one.
        await driver.switchTo().newWindow('window')
        const handle = await driver.getWindowHandle()
        known.push(handle)
        await enter(handle)
        const page = wrapPage(driver, handle, enter)
        if (url !== undefined) await page.goto(url)
        return page
      },
      pages: async () => {
        const handles = await driver.getAllWindowHandles()
        // The driver lists them in any order.
        known.push(...handles.filter((handle) => !known.includes(handle)))
        return known
          .filter((handle) => handle !== spare && handles.includes(handle))
          .map((handle) => wrapPage(driver, handle, enter))
      },
      close: async () => {
        await driver.quit()
        await stopProcess(child)
      },
    }
  } catch (cause) {
    await stopProcess(child)
    throw cause
  }
}

/** Makes WebKitGTK ready on a display of its own; each context then starts a MiniBrowser. */
export async function startWebKit(paths: WebKitPaths): Promise<Engine> {
  const display = await startDisplay()
  const open = new Set<Context>()
  const create = async (options: ContextOptions = {}): Promise<Context & { version: string }> => {
    const context = await createContext(paths, display.name, options)
    open.add(context)
    return {
      ...context,
      close: async () => {
        open.delete(context)
        await context.close()
      },
    }
  }
  const readVersion = async (): Promise<string> => {
    const { version, close } = await create()
    await close()
    return version
  }
  const version = await readVersion().catch(async (cause: unknown) => {
    await display.stop()
    throw cause
  })
  return {
    name: 'webkit',
    version,
    display: display.name,
    // MiniBrowser has no touch emulation.
    canBePhone: false,
    createContext: create,
    isRunning: display.isRunning,
    close: async () => {
      await Promise.all([...open].map((context) => context.close()))
      await display.stop()
    },
  }
}

/** Chromium and Firefox, driven by Playwright as a library; and its own WebKit, where no WebKitGTK is installed. */
import {
  chromium,
  firefox,
  webkit,
  type Browser,
  type LaunchOptions,
  type Page as PlaywrightPage,
} from 'playwright'
import type { Context, Engine, EngineName, Json, Page } from './engine.js'
import { startDisplay } from './startDisplay.js'

const TYPES = { chromium, firefox, webkit }

/** How to launch the engine of the distribution; Playwright's own build needs nothing of it. */
function readOptions(name: EngineName, executablePath: string): LaunchOptions {
  return name === 'firefox'
    ? // By WebDriver BiDi: only Playwright's own Firefox is patched to speak its older protocol.
      { executablePath, channel: 'moz-firefox' }
    : { executablePath }
}

function wrapPage(page: PlaywrightPage): Page {
  return {
    goto: async (url) => {
      await page.goto(url)
    },
    // As text, so that every driver sees the same function and nothing is bound to the test file.
    evaluate: <Argument extends Json, Result>(
      run: (argument: Argument) => Result | Promise<Result>,
      argument?: Argument,
    ) => page.evaluate<Result>(`(${String(run)})(${JSON.stringify(argument)})`),
    press: (keys) => page.keyboard.press(keys),
    click: (selector) => page.click(selector),
    close: () => page.close(),
  }
}

async function createContext(browser: Browser): Promise<Context> {
  const context = await browser.newContext()
  return {
    open: async (url) => {
      const page = wrapPage(await context.newPage())
      if (url !== undefined) await page.goto(url)
      return page
    },
    close: () => context.close(),
  }
}

/**
 * Starts an engine with a window, because a headless one has a clipboard that other programs cannot read. Without
 * `executablePath` it is the build that Playwright has downloaded.
 */
export async function startPlaywright(name: EngineName, executablePath?: string): Promise<Engine> {
  const display = await startDisplay()
  try {
    const browser = await TYPES[name].launch({
      ...(executablePath === undefined ? {} : readOptions(name, executablePath)),
      headless: false,
      // Readers have the back/forward cache; Playwright switches it off.
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
      env: { ...process.env, DISPLAY: display.name },
    })
    return {
      name,
      version: browser.version(),
      display: display.name,
      createContext: () => createContext(browser),
      close: async () => {
        await browser.close()
        await display.stop()
      },
    }
  } catch (cause) {
    await display.stop()
    throw cause
  }
}

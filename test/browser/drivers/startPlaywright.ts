/** Chromium and Firefox, driven by Playwright as a library; and its own WebKit, where no WebKitGTK is installed. */
import {
  chromium,
  firefox,
  webkit,
  type Browser,
  type BrowserContextOptions,
  type LaunchOptions,
  type Page as PlaywrightPage,
} from 'playwright'
import type { Context, ContextOptions, Engine, EngineName, Json, Page } from './engine.js'
import { startDisplay } from './startDisplay.js'

const TYPES = { chromium, firefox, webkit }

/** How to launch the engine of the distribution; Playwright's own build needs nothing of it. */
export function readOptions(name: EngineName, executablePath: string): LaunchOptions {
  return name === 'firefox'
    ? // By WebDriver BiDi: only Playwright's own Firefox is patched to speak its older protocol.
      { executablePath, channel: 'moz-firefox' }
    : { executablePath }
}

/** Makes a page of Playwright's one that journeys can use. */
export function wrapPage(page: PlaywrightPage): Page {
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
    click: (selector, { button, key } = {}) =>
      page.click(selector, {
        button: button ?? 'left',
        modifiers: key === undefined ? [] : [key],
      }),
    close: () => page.close(),
  }
}

function readContextOptions({ world }: ContextOptions): BrowserContextOptions {
  if (world === undefined) return {}
  return { proxy: { server: world.proxy, bypass: '127.0.0.1' }, ignoreHTTPSErrors: true }
}

async function createContext(browser: Browser, options: ContextOptions = {}): Promise<Context> {
  const context = await browser.newContext(readContextOptions(options))
  // As for WebKit: a page that never loads says so before the test itself is over, and a busy machine is no failure.
  context.setDefaultTimeout(120_000)
  return {
    open: async (url) => {
      const page = wrapPage(await context.newPage())
      if (url !== undefined) await page.goto(url)
      return page
    },
    pages: async () => context.pages().map(wrapPage),
    close: () => context.close(),
  }
}

/**
 * Starts an engine with a window, because a headless one has a clipboard that other programs cannot read. Without
 * `executablePath` it is the build that Playwright has downloaded. What needs no clipboard takes less processor
 * time where it is `headless`.
 */
export async function startPlaywright(
  name: EngineName,
  executablePath?: string,
  { headless = false } = {},
): Promise<Engine> {
  const display = await startDisplay()
  try {
    const browser = await TYPES[name].launch({
      ...(executablePath === undefined ? {} : readOptions(name, executablePath)),
      headless,
      // Readers have the back/forward cache and a popup blocker; Playwright switches them off.
      ignoreDefaultArgs: ['--disable-back-forward-cache', '--disable-popup-blocking'],
      // A tab that Chromium opens for a middle click may ask for its page before Playwright has told it about certificates.
      args: name === 'chromium' ? ['--ignore-certificate-errors'] : [],
      firefoxUserPrefs: {
        'dom.disable_open_during_load': true,
        // No dialog about programs for `mailto:` and the like.
        'network.protocol-handler.external-default': false,
      },
      env: { ...process.env, DISPLAY: display.name },
    })
    return {
      name,
      version: browser.version(),
      display: display.name,
      createContext: (options) => createContext(browser, options),
      isRunning: () => browser.isConnected() && display.isRunning(),
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

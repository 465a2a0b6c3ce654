/** A browser with a profile on the disk, which can be killed and started again. Chromium and Firefox. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, firefox, type BrowserContext } from 'playwright'
import type { Engine } from '../browser/drivers/engine.js'
import { startDisplay } from '../browser/drivers/startDisplay.js'
import { readOptions, wrapPage } from '../browser/drivers/startPlaywright.js'
import { findProcesses } from './findProcesses.js'

/** An engine whose one context starts with its first page, and again after a kill, with what the disk holds. */
export interface Killable extends Engine {
  /** Returns what sends SIGKILL to all of its processes, at once. */
  aim: () => Promise<() => Promise<void>>
}

/** Makes a browser that can be killed. */
export async function createKillable(
  name: 'chromium' | 'firefox',
  executable: string,
): Promise<Killable> {
  const display = await startDisplay()
  const folder = await mkdtemp(join(tmpdir(), 'aparte-profile-'))
  let running: BrowserContext | undefined
  const launch = (): Promise<BrowserContext> =>
    (name === 'chromium' ? chromium : firefox).launchPersistentContext(folder, {
      ...readOptions(name, executable),
      headless: true,
      env: { ...process.env, DISPLAY: display.name },
    })
  const close = async (): Promise<void> => {
    // What was killed cannot be closed.
    await running?.close().catch(() => undefined)
    running = undefined
  }
  return {
    name,
    version: '',
    isRunning: () => running !== undefined,
    display: display.name,
    createContext: async () => ({
      open: async (url) => {
        running ??= await launch()
        const page = wrapPage(await running.newPage())
        if (url !== undefined) await page.goto(url)
        return page
      },
      pages: async () => [],
      close,
    }),
    aim: async () => {
      const kill = await findProcesses(display.name, 'all')
      return () => {
        if (kill() === 0) throw new Error('there was no process to kill')
        return close()
      }
    },
    close: async () => {
      await close()
      await display.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

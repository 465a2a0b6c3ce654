/** A browser that is closed and started again with the pages that it had. As a reader starts it: without any driver. */
import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readBrowsers } from '../../scripts/setup/readBrowsers.mjs'
import { mintToken } from '../../src/token/mintToken.js'
import { openLast, readArrivals } from './arrivals.js'
import { onEveryEngine } from './onEveryEngine.js'
import { openNever } from './openNever.js'
import { waitFor } from './waitFor.js'

const { engines } = await readBrowsers()

/** Starts Chromium on a display with a profile; returns what closes it, as the end of a session does. */
function startChromium(executable: string, display: string, args: string[]): () => Promise<void> {
  const child = spawn(
    executable,
    ['--no-sandbox', '--no-first-run', '--password-store=basic', ...args],
    { stdio: 'ignore', env: { ...process.env, DISPLAY: display } },
  )
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
  })
  return async () => {
    child.kill()
    await exited
  }
}

/** Whether Chromium has written down that this page is open, which takes it some seconds. */
async function isKept(profile: string, url: string): Promise<boolean> {
  const folder = join(profile, 'Default', 'Sessions')
  const names = await readdir(folder).catch(() => [])
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')))
  return texts.some((text) => text.includes(url))
}

onEveryEngine(
  'a restored session',
  (stage) => {
    test.for<[how: string, isLoading: boolean]>([
      ['of a page that has been loaded', false],
      ['of one that is still loading, with the token in its address', true],
    ])('is a view, and no second landing, %s', async ([, isLoading], { skip }) => {
      const { site, engine } = stage
      if (engine.name === 'webkit') skip('MiniBrowser keeps no session')
      if (engine.name === 'firefox')
        skip('Firefox, ended by a signal, did not restore its session reliably')
      const found = engines.find(({ name }) => name === engine.name)
      const executable = found && 'executable' in found ? found.executable : ''
      stage.serve()
      const never = await openNever()
      onTestFinished(never.close)
      const profile = await mkdtemp(join(tmpdir(), 'aparte-profile-'))
      onTestFinished(() => rm(profile, { recursive: true, force: true }))
      const start = (arg: string): (() => Promise<void>) => {
        const close = startChromium(executable, engine.display, [`--user-data-dir=${profile}`, arg])
        onTestFinished(close)
        return close
      }
      const path = isLoading ? `/counts/never/${never.port}` : '/counts'
      const close = start(`${site.url}${path}?dks=${mintToken('sms', 1)}`)
      await readArrivals(stage, 1)
      await waitFor('the session to be kept', () => isKept(profile, site.url + path))
      await close()
      start('--restore-last-session')
      await readArrivals(stage, 2)
      await openLast(stage)
      expect(await readArrivals(stage, 3)).toEqual(['landing', 'back_forward', 'navigate, entry'])
    })
  },
  { isLong: true },
)

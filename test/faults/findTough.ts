import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { readBrowsers } from '../../scripts/setup/readBrowsers.mjs'
import type { Engine } from '../browser/drivers/engine.js'
import { startPlaywright } from '../browser/drivers/startPlaywright.js'
import { findStart } from '../browser/findStart.js'

type Found = Awaited<ReturnType<typeof readBrowsers>>['engines'][number]

// Playwright tells Firefox to end with the first page that crashes, and sets that after the environment it is given.
const UNSET = 'unset MOZ_CRASHREPORTER_SHUTDOWN'

async function startFirefox(executable: string): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'aparte-firefox-'))
  const script = join(folder, 'firefox')
  await writeFile(script, `#!/bin/sh\n${UNSET}\nexec '${executable}' "$@"\n`)
  await chmod(script, 0o755)
  const engine = await startPlaywright('firefox', script, { headless: true })
  return {
    ...engine,
    close: async () => {
      await engine.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What starts an engine that goes on when its pages crash, without a window where it can; a text says why it cannot be started. */
export function findTough(found: Found): (() => Promise<Engine>) | string {
  const start = findStart(found)
  if (typeof start === 'string' || !('executable' in found)) return start
  const { name, how, executable } = found
  if (how === 'playwright') return () => startPlaywright(name, undefined, { headless: true })
  if (name === 'firefox') return () => startFirefox(executable)
  return name === 'webkit' ? start : () => startPlaywright(name, executable, { headless: true })
}

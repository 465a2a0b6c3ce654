/** Sessions of WebKitGTK: one driver process each. */
import type { ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as waitMs } from 'node:timers/promises'
import { Builder, Capabilities, type WebDriver } from 'selenium-webdriver'
import { listenLocally } from '../../listenLocally.js'
import { waitFor } from '../waitFor.js'
import type { ContextOptions } from './engine.js'
import { spawnBound } from './spawnBound.js'

/** Paths of `WebKitWebDriver` and `MiniBrowser`. */
export interface WebKitPaths {
  driver: string
  browser: string
}

/** A session starts in some seconds. */
const SESSION_LIMIT_MS = 60_000

async function readFreePort(): Promise<number> {
  const { port, close } = await listenLocally(createServer())
  await close()
  return port
}

/** Ends a process and waits until it is gone. */
export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = new Promise((resolve) => {
    child.once('exit', resolve)
  })
  child.kill()
  await exited
}

async function startSession(
  server: string,
  browser: string,
  { world, userAgent }: ContextOptions,
): Promise<WebDriver> {
  // The time limit matters: a request that meets the driver while it starts may never be answered.
  await waitFor('WebKitWebDriver to answer', async () =>
    fetch(`${server}/status`, { signal: AbortSignal.timeout(1000) }).then(
      (response) => response.ok,
      () => false,
    ),
  )
  const capabilities = new Capabilities({ browserName: 'MiniBrowser' })
  const named = userAgent === undefined ? [] : [`--user-agent=${userAgent}`]
  capabilities.set('webkitgtk:browserOptions', {
    binary: browser,
    args: ['--automation', ...named],
  })
  if (world !== undefined) capabilities.setAcceptInsecureCerts(true)
  return new Builder().usingServer(server).withCapabilities(capabilities).build()
}

// WebDriver's own `proxy` would not do: WebKit speaks TLS with the proxy that it names for https.
function readProxy({ world }: ContextOptions): NodeJS.ProcessEnv {
  if (world === undefined) return {}
  const proxy = `http://${world.proxy}`
  return { http_proxy: proxy, https_proxy: proxy, no_proxy: '127.0.0.1' }
}

/**
 * Starts a driver with its session. A request that meets a driver while it starts may never be answered; no page has been asked
 * for then, so both are started once more, and the output says so.
 */
export async function openWebKitSession(
  paths: WebKitPaths,
  display: string,
  options: ContextOptions,
): Promise<{ driver: WebDriver; child: ChildProcess }> {
  for (let attempt = 1; attempt <= 2; attempt++) {
    const port = await readFreePort()
    const child = spawnBound(paths.driver, [`--port=${port}`, '--host=127.0.0.1'], {
      env: { ...process.env, ...readProxy(options), DISPLAY: display, GDK_BACKEND: 'x11' },
      stdio: 'ignore',
    })
    const limit = new AbortController()
    const started = startSession(`http://127.0.0.1:${port}`, paths.browser, options)
    const late = waitMs(SESSION_LIMIT_MS, undefined, { signal: limit.signal }).catch(
      () => undefined,
    )
    try {
      const driver = await Promise.race([started, late])
      if (driver !== undefined) return { driver, child }
      console.log(`WebKitWebDriver has started no session in ${SESSION_LIMIT_MS} ms`)
      started.catch(() => undefined)
      await stopProcess(child)
    } catch (cause) {
      await stopProcess(child)
      throw cause
    } finally {
      limit.abort()
    }
  }
  throw new Error('WebKitWebDriver has started no session, twice')
}

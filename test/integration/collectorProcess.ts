import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/** Path of what `npm start` of the collector runs. */
export const server = fileURLToPath(new URL('../../examples/collector/server.js', import.meta.url))

/** The collector as its users start it. */
export interface CollectorProcess {
  child: ChildProcess
  /** What it wrote so far. */
  text: { out: string; err: string }
  /** Resolves with its address when it listens, rejects when it ends before. */
  url: Promise<string>
  /** Resolves with its exit code when it has ended, null after a signal. */
  exit: Promise<number | null>
}

/** Runs `node server.js` with these arguments; it is killed after the test where it still runs. */
export function startProcess(args: string[], env: Record<string, string> = {}): CollectorProcess {
  const child = spawn(process.execPath, [server, ...args], {
    env: { ...process.env, PORT: undefined, HOST: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const text = { out: '', err: '' }
  const exit = once(child, 'close').then(([code]) => code as number | null)
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      text.out += String(chunk)
      const address = /listening on (\S+)\n.*\n/.exec(text.out)?.[1]
      if (address) resolve(address)
    })
    child.stderr.on('data', (chunk) => (text.err += String(chunk)))
    void exit.then((code) => reject(new Error(`ended with ${code}: ${text.err}`)))
  })
  url.catch(() => undefined) // a test that expects the end does not ask for the address
  return { child, text, url, exit }
}

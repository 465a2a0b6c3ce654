/** An X server without a screen, one per engine: a system clipboard that no other engine or test file can overwrite. */
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { spawnBound } from './spawnBound.js'

/** A running Xvfb. `name` is what goes into `DISPLAY`. */
export interface Display {
  name: string
  isRunning: () => boolean
  stop: () => Promise<void>
}

/** Starts Xvfb on the next free display number. Rejects where Xvfb is missing or does not start. */
export async function startDisplay(): Promise<Display> {
  const child = spawnBound(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  )
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const pipe = child.stdio[3]
  if (!(pipe instanceof Readable)) throw new Error('Xvfb has no pipe for its display number')
  // A whole line: Xvfb writes the digits and the line end apart, and ends itself if the pipe is closed in between.
  const number = await new Promise<string>((resolve) => {
    createInterface(pipe)
      .once('line', resolve)
      .once('close', () => resolve(''))
  })
  if (number === '') throw new Error('Xvfb did not start')
  // Without this the pipe would keep the test process alive.
  pipe.destroy()
  return {
    name: `:${number}`,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    stop: async () => {
      child.kill()
      await exited
    },
  }
}

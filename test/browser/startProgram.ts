import { spawn } from 'node:child_process'
import { waitFor } from './waitFor.js'

/** A server of its own process. */
export interface Program {
  /** The port of 127.0.0.1 that it has named. */
  port: number
  close: () => Promise<void>
}

/**
 * Starts a Node program that serves, and waits until it has written its address, such as `http://127.0.0.1:4321`, and answers.
 * Rejects with what it has written where it ends before.
 */
export async function startProgram(
  args: string[],
  { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<Program> {
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
  })
  const close = async (): Promise<void> => {
    child.kill()
    await ended
  }
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null
  try {
    const port = await waitFor(
      'the server to start',
      async () => {
        if (!isRunning()) throw new Error('the server has ended')
        const [, named] = /http:\/\/127\.0\.0\.1:(\d+)/.exec(said) ?? []
        if (named === undefined) return undefined
        const answer = await fetch(`http://127.0.0.1:${named}/`).catch(() => undefined)
        return answer?.ok === true && Number(named)
      },
      120_000,
    )
    return { port, close }
  } catch (cause) {
    if (isRunning()) await close()
    throw new Error(`${args.join(' ')}: ${said}`, { cause })
  }
}

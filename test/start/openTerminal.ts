import { spawn } from 'node:child_process'
import { root } from '../../scripts/setup/root.mjs'

/** A command that runs as if typed into a terminal, without being one. */
export interface Terminal {
  /** Of the command itself, which leads the group. */
  pid: number
  /** All that it has printed so far. */
  read: () => string
  /** Waits for a text to be printed. Rejects with all that was printed where the command ends before. */
  waitFor: (pattern: RegExp) => Promise<RegExpExecArray>
  /** Ctrl+C: the signal goes to the whole group, as the terminal sends it. */
  interrupt: () => void
  /** Its exit code once it has ended; null where a signal ended it. */
  exited: Promise<number | null>
  /** Ends the command at once, and alone: nothing that it started is told. */
  killAlone: () => void
  /** Ends the group at once where it still runs. */
  kill: () => Promise<void>
}

/** Starts a command in the folder of the repository, in a process group of its own; `env` is added to the environment. */
export function openTerminal(
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Terminal {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { pid } = child
  if (pid === undefined) throw new Error(`${command} cannot be started`)
  let text = ''
  let isRunning = true
  const onText = new Set<() => void>()
  const notify = () => {
    for (const look of onText) look()
  }
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (data: string) => {
      text += data
      notify()
    })
  }
  const exited = new Promise<number | null>((resolve) => {
    // `close` and not `exit`: it also waits for whoever else holds the output, so nothing survives unnoticed.
    child.once('close', (code) => {
      isRunning = false
      notify()
      resolve(code)
    })
  })
  const waitFor = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(text)
        if (match === null && isRunning) return
        onText.delete(look)
        if (match === null)
          reject(new Error(`${command} ended without ${String(pattern)}:\n${text}`))
        else resolve(match)
      }
      onText.add(look)
      look()
    })

  return {
    pid,
    read: () => text,
    waitFor,
    interrupt: () => void process.kill(-pid, 'SIGINT'),
    exited,
    killAlone: () => void child.kill('SIGKILL'),
    kill: async () => {
      try {
        process.kill(-pid, 'SIGKILL')
      } catch {
        // ESRCH: all of the group have ended.
      }
      await exited
    },
  }
}

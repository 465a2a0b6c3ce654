/** Kills processes of one browser, found by the display that only it has. Linux only, as the displays are. */
import { readdir, readFile } from 'node:fs/promises'

const PAGES = /--type=renderer|-contentproc.*\btab\b|WebKitWebProcess/

interface Process {
  pid: string
  parent: string
  command: string
  hasDisplay: boolean
}

// ENOENT where the process has ended meanwhile, EACCES where it is another user's.
const read = (pid: string, name: string): Promise<string> =>
  readFile(`/proc/${pid}/${name}`, 'latin1').catch(() => '')

async function readProcess(pid: string, display: string): Promise<Process> {
  const [environment, command, status] = await Promise.all(
    ['environ', 'cmdline', 'status'].map((name) => read(pid, name)),
  )
  return {
    pid,
    parent: /^PPid:\s*(\d+)/m.exec(status ?? '')?.[1] ?? '',
    command: (command ?? '').replaceAll('\0', ' '),
    hasDisplay: (environment ?? '').split('\0').includes(`DISPLAY=${display}`),
  }
}

/**
 * Finds the processes that run the pages of the browser on a display, or all of its processes, and returns what sends SIGKILL to them at
 * once and tells how many there were. Finding them takes seconds on a busy machine.
 */
export async function findProcesses(display: string, what: 'pages' | 'all'): Promise<() => number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const all = await Promise.all(pids.map((pid) => readProcess(pid, display)))
  const known = new Map(all.map((one) => [one.pid, one]))
  // Renderers of Chromium write over their environment, so their ancestors are asked too.
  const isOurs = (one: Process | undefined): boolean =>
    one !== undefined && (one.hasDisplay || isOurs(known.get(one.parent)))
  const found = all.filter((one) => isOurs(one) && (what === 'all' || PAGES.test(one.command)))
  return () =>
    found.filter(({ pid }) => {
      try {
        return process.kill(Number(pid), 'SIGKILL')
      } catch {
        return false // ESRCH: it has ended meanwhile
      }
    }).length
}

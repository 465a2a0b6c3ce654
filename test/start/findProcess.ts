import { readdir, readFile } from 'node:fs/promises'

/** Finds the process whose command line holds all the words given, one after the other. Linux only: it reads `/proc`. */
export async function findProcess(words: string[]): Promise<number> {
  const wanted = `${words.join('\0')}\0`
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    // ENOENT, ESRCH: it has ended since the folder was listed.
    const line = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '')
    if (line.includes(wanted)) return Number(name)
  }
  throw new Error(`no process runs ${words.join(' ')}`)
}

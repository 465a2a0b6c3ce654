import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'

/** Starts a program that ends with this process, however this one ends. On Linux; elsewhere it is an ordinary child. */
export function spawnBound(
  command: string,
  args: readonly string[],
  options: { stdio: StdioOptions; env?: NodeJS.ProcessEnv },
): ChildProcess {
  return process.platform === 'linux'
    ? spawn('setpriv', ['--pdeathsig', 'KILL', command, ...args], options)
    : spawn(command, args, options)
}

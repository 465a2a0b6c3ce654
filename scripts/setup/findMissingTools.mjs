import { existsSync } from 'node:fs'
import path from 'node:path'

/** A display without a screen, its access control, what reads its clipboard in every flavour, and what moves its mouse. */
const TOOLS = ['Xvfb', 'xauth', 'xdotool']

/**
 * Names the programs that browser tests need on Linux and that are not on the path. Elsewhere nothing is needed.
 *
 * @returns {string[]}
 */
export function findMissingTools() {
  if (process.platform !== 'linux') return []
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  return TOOLS.filter((tool) => !folders.some((folder) => existsSync(path.join(folder, tool))))
}

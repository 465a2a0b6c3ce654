import { readdir, readFile } from 'node:fs/promises'
import { extname } from 'node:path'

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/**
 * Reads a folder into memory. Only what was in it at the start can be asked for, so no request ever names a file.
 *
 * @param {URL} folder With a trailing slash.
 * @returns {Promise<Map<string, { type: string, body: string }>>} By path, such as `/index.html`.
 */
export async function loadFiles(folder) {
  const files = new Map()
  for (const name of await readdir(folder)) {
    const type = TYPES[extname(name)]
    if (type) files.set(`/${name}`, { type, body: await readFile(new URL(name, folder), 'utf8') })
  }
  return files
}

import { existsSync } from 'node:fs'
import path from 'node:path'

/** The paths of programs by their names, also from where Debian has those of administrators; a text says which are missing. */
export function findPrograms<Name extends string>(...names: Name[]): Record<Name, string> | string {
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin']
  const found = names.map((name) => {
    return [name, folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file))]
  })
  const missing = found.flatMap(([name, file]) => (file === undefined ? [name] : []))
  return missing.length > 0
    ? `not installed: ${missing.join(', ')}`
    : (Object.fromEntries(found) as Record<Name, string>) // every name is there
}

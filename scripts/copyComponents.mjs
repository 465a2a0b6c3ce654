/** Copies what the compiler leaves out to `dist`: components of Svelte, which a site compiles itself, and their types. */
import { copyFileSync, readdirSync } from 'node:fs'

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
for (const file of files.filter((name) => /\.svelte(\.ts)?$/.test(name))) {
  copyFileSync(`src/${file}`, `dist/${file}`)
}

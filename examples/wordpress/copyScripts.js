/**
 * Copies the built script-tag files into the plugin: `node copyScripts.js`, after `npm run build` in the root. They are not
 * committed. A folder as argument takes them instead of `aparte/scripts`.
 */
import { cp, mkdir, readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
const [given] = process.argv.slice(2)
const folder = given === undefined ? new URL('aparte/scripts/', import.meta.url) : resolve(given)
const target = typeof folder === 'string' ? folder : fileURLToPath(folder)

/** The tracker, the adapters that the settings offer, and the share bar with its style sheet and what draws its QR codes. */
const WANTED = /^aparte(?:(?:\.(?:google|tcf|share-bar|qr))?\.min\.js|\.share-bar\.css)$/

const names = await readdir(dist).catch(() => [])
const files = names.filter((name) => WANTED.test(name)).sort()
if (!files.includes('aparte.min.js')) {
  console.error('wordpress: there is no dist/aparte.min.js. Run "npm run build" in the root first.')
  process.exitCode = 1
} else {
  await mkdir(target, { recursive: true })
  for (const name of files) await cp(`${dist}${name}`, `${target}/${name}`)
  console.log(`wordpress: copied ${files.join(', ')}`)
}

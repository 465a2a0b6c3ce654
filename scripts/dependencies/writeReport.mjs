import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { root } from '../setup/root.mjs'
import { bundle } from '../sizes/bundle.mjs'
import { readLock } from './readLock.mjs'

/** What the library imports of a package: that is all a reader downloads of it. @type {Readonly<Record<string, string>>} */
const IMPORTS = {
  'lean-qr': "export { generate } from 'lean-qr/nano'",
  nanoid: "export { nanoid, random } from 'nanoid'",
}

/**
 * Writes what the library and its examples need when they run, and what is needed to build and to test them, as Markdown.
 *
 * @returns {Promise<string>}
 */
export async function writeReport() {
  const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
  const packages = readLock()
  const library = Object.keys(manifest.dependencies)
  const running = packages.filter(({ isDev }) => !isDev)
  const [ours, others] = [true, false].map((isOurs) =>
    running.filter(({ name, isOptional }) => library.includes(name) === isOurs && !isOptional),
  )
  const bindings = running.filter(({ isOptional }) => isOptional)
  const development = packages.filter(({ isDev }) => isDev)
  const direct = development.filter(
    ({ name, path }) => name in manifest.devDependencies && path === `node_modules/${name}`,
  )

  const lines = [
    '### The library, `aparte`',
    '',
    ...table(
      ['package', 'version', 'licence', 'on the disk', 'in the bundle, minified and brotli'],
      await Promise.all(
        (ours ?? []).map(async (each) => [
          ...cellsOf(each),
          sizeOf(each.path),
          await bundled(each),
        ]),
      ),
    ),
    '',
    '### The example collector',
    '',
    'None of it reaches a browser. The other examples need `aparte` only, or have a lock file of their own.',
    '',
    ...table(
      ['package', 'version', 'licence', 'on the disk'],
      [
        ...(others ?? []).map((each) => [...cellsOf(each), sizeOf(each.path)]),
        ...[bindings[0]].flatMap((each) =>
          each
            ? [
                [
                  `one of ${bindings.length} \`@duckdb/node-bindings-…\``,
                  each.version,
                  each.license,
                  'about 70 MB',
                ],
              ]
            : [],
        ),
      ],
    ),
    '',
    '### Development only',
    '',
    `${development.length} packages build and test the library; none is shipped. Their licences:`,
    '',
    ...table(['licence', 'packages'], countsOf(development)),
    '',
    'Asked for by name:',
    '',
    ...table(['package', 'version', 'licence'], direct.map(cellsOf)),
  ]
  return lines.join('\n')
}

/** @param {import('./readLock.mjs').Package} each */
const cellsOf = ({ name, version, license }) => [`\`${name}\``, version, license || 'says none']

/** @param {import('./readLock.mjs').Package} each */
const bundled = async ({ name }) => {
  const code = IMPORTS[name]
  if (code === undefined)
    throw new Error(`Say in writeReport.mjs what the library imports of ${name}.`)
  return bytes(brotliCompressSync(await bundle(code)).length)
}

/** @param {readonly import('./readLock.mjs').Package[]} packages */
const countsOf = (packages) => {
  const counts = new Map()
  for (const { license } of packages)
    counts.set(license || 'says none', (counts.get(license || 'says none') ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one).map((row) => row.map(String))
}

/** Bytes of all files of an installed package, without the packages in it. @param {string} path */
const sizeOf = (path) => {
  const folder = root + path
  if (!existsSync(folder)) throw new Error(`${path} is not installed: run npm ci.`)
  const sizes = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => !name.includes('node_modules'))
    .map((name) => statSync(`${folder}/${name}`))
    .filter((entry) => entry.isFile())
    .map(({ size }) => size)
  return bytes(sizes.reduce((sum, size) => sum + size, 0))
}

/** @param {number} count */
const bytes = (count) => `${count.toLocaleString('en')} B`

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
const table = (head, rows) => {
  const widths = head.map((cell, column) =>
    Math.max(...[head, ...rows].map((row) => (row[column] ?? cell).length)),
  )
  const line = (/** @type {readonly string[]} */ row) =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)]
}

/**
 * Every entry of the exports map, as a consumer meets it: by its name, in plain Node, in a process of its own. Components of
 * Svelte are compiled first, which Node cannot.
 */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { bundle } from '../../scripts/sizes/bundle.mjs'
import { root } from '../../scripts/setup/root.mjs'

const run = promisify(execFile)

interface Manifest {
  exports: Record<string, string | { types: string; svelte?: string; default: string }>
}

/** What adapters import; loaded before one looks. */
const FRAMEWORKS = ['react', 'vue', 'svelte', 'svelte/reactivity', 'svelte/internal/client']

const manifest: Manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
const entries = Object.entries(manifest.exports)
const modules = entries.flatMap(([name, target]) =>
  typeof target === 'string' ? [] : [{ name: path.posix.join('aparte', name), target }],
)

/** Runs a module text as a consumer of the package would and returns what it prints as JSON. */
async function evaluate(code: string): Promise<unknown> {
  const args = ['--input-type=module', '--eval', code]
  return JSON.parse((await run(process.execPath, args, { cwd: root })).stdout)
}

/** Makes of an entry what Node can import, and gives its address. */
async function compile(name: string): Promise<string> {
  await mkdir(`${root}.cache`, { recursive: true })
  // Inside the repository, so that the framework is found.
  const folder = await mkdtemp(path.join(root, '.cache/exports-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(path.join(folder, 'entry.mjs'), await bundle(`export * from '${name}'`))
  return path.join(folder, 'entry.mjs')
}

test('every file of the exports map exists', () => {
  const files = entries.flatMap(([, target]) =>
    typeof target === 'string' ? [target] : Object.values(target),
  )
  expect(files.length).toBeGreaterThan(5)
  for (const file of files) expect(readFileSync(root + file).length, file).toBeGreaterThan(0)
})

describe.each(modules)('$name', ({ name, target }) => {
  test('resolves to its own file', async () => {
    const code = `console.log(JSON.stringify(import.meta.resolve('${name}')))`
    expect(String(await evaluate(code)).endsWith(target.default.slice(1))).toBe(true)
  })

  test('touches nothing when it is imported in Node', async () => {
    const address = target.svelte ? await compile(name) : name
    // Own keys and descriptors: a patched fetch would keep its key. Getters are not called, Node loads through them.
    const changed = await evaluate(`
      // What a framework does to Node by itself.
      await Promise.all(${JSON.stringify(FRAMEWORKS)}.map((framework) => import(framework)))
      const look = (object) => Object.entries(Object.getOwnPropertyDescriptors(object))
      const before = [...look(globalThis), ...look(process)]
      const count = () => Object.getOwnPropertySymbols(globalThis).length + process.eventNames().length
      const counted = count()
      await import('${address}')
      const after = [...look(globalThis), ...look(process)]
      const changed = after.filter(([key, { value, get }], index) =>
        before[index]?.[0] !== key || !Object.is(before[index][1].value, value) || before[index][1].get !== get)
      const resources = process.getActiveResourcesInfo()
        .filter((resource) => resource === 'Timeout' || resource === 'TCPSocketWrap')
      console.log(JSON.stringify([
        ...changed.map(([key]) => key),
        ...resources,
        after.length - before.length,
        count() - counted,
      ]))
    `)
    expect(changed).toEqual([0, 0])
  })
})

test('only what the map names can be imported', async () => {
  await expect(evaluate("await import('aparte/dist/tracker.js')")).rejects.toThrow(
    /ERR_PACKAGE_PATH_NOT_EXPORTED/,
  )
})

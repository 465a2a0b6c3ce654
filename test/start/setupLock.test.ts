/** Two `npm start` at once, in a copy of the checkout that nothing has been built in yet. */
import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { root } from '../../scripts/setup/root.mjs'
import { findFreeBase } from './findFreeBase.js'
import { openTerminal } from './openTerminal.js'

/** What `npm start` needs. The packages are shared, since nothing is installed here. */
const PARTS = [
  'examples',
  'scripts',
  'src',
  'esbuild.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]

async function copyCheckout(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'aparte-checkout-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const part of PARTS)
    await cp(path.join(root, part), path.join(folder, part), { recursive: true })
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction')
  return folder
}

test('two starts at once build one after the other, though one that died has left its lock', async () => {
  const folder = await copyCheckout()
  const dead = spawnSync(process.execPath, ['--version']).pid
  await mkdir(path.join(folder, '.cache/setup.lock', String(dead)), { recursive: true })
  const base = await findFreeBase()
  const terminals = ['one', 'two'].map((name) =>
    openTerminal(process.execPath, [
      path.join(folder, 'scripts/start.mjs'),
      '--port',
      String(base),
      '--file',
      path.join(folder, `${name}.duckdb`),
    ]),
  )
  onTestFinished(async () => {
    for (const { kill } of terminals) await kill()
  })
  await Promise.all(terminals.map(({ waitFor }) => waitFor(/Ctrl\+C ends everything/)))
  const builds = terminals.map(({ read }) => /^Build: (compiling|up to date)/m.exec(read())?.[1])
  expect(new Set(builds)).toEqual(new Set(['compiling', 'up to date']))
  const left = await readdir(path.join(folder, '.cache'))
  expect(left.filter((name) => name.startsWith('setup.lock'))).toEqual([])
})

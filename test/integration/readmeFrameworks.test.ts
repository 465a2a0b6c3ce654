/** The samples for React, Vue and Svelte compile, are written by a server, and run on a page that reports to the real collector. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { Window } from 'happy-dom'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { root } from '../../scripts/setup/root.mjs'
import { startCollector } from './collectorFolder.js'
import { bundlePage, FRAMEWORKS, readScript, renderSample } from './frameworkSamples.js'

let folder = ''
beforeAll(async () => {
  await mkdir(`${root}.cache`, { recursive: true })
  // Inside the repository, so that `aparte` is found by its own name, as built.
  folder = await mkdtemp(path.join(root, '.cache/frameworks-'))
})
afterAll(() => rm(folder, { recursive: true }))

it('compile, strictly', async () => {
  for (const [name, framework] of Object.entries(FRAMEWORKS)) {
    const ending = { react: 'tsx', vue: 'ts', svelte: 'svelte.ts' }[name]
    await writeFile(path.join(folder, `${name}.${ending}`), readScript(framework))
  }
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    noEmit: true,
    jsx: 'react-jsx',
    module: 'nodenext',
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    types: ['svelte'],
    rootDir: '.',
  }
  const config = { compilerOptions, include: ['*.ts', '*.tsx'] }
  await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify(config))
  const args = [`${root}node_modules/typescript/bin/tsc`, '--project', folder, '--pretty', 'false']
  const told = await promisify(execFile)(process.execPath, args).then(
    ({ stdout }) => stdout,
    (cause: unknown) => Object(cause).stdout || String(cause),
  )
  expect(told).toBe('')
})

describe.each(Object.entries(FRAMEWORKS))('the sample for %s', (_, framework) => {
  it('is written by a server as links, and taken over by a page that knows the reader', async () => {
    const collector = await startCollector()
    const url = `${collector.url}/a`
    const props = { url, title: 'The last crossing' }

    const html = await renderSample(framework, props)
    expect(html).toContain(`https://wa.me/?text=The%20last%20crossing%20${encodeURIComponent(url)}`)
    expect(html).not.toContain('passed this article on')

    const warnings: unknown[] = []
    const warn = (...words: unknown[]): void => void warnings.push(words)
    const window = new Window({
      url: `${url}?dks=jhhe3xhz4gn2s`,
      console: { ...globalThis.console, error: warn, warn },
      settings: {
        enableJavaScriptEvaluation: true,
        suppressInsecureJavaScriptEnvironmentWarning: true,
      },
    })
    onTestFinished(() => window.happyDOM.close())
    window.document.body.innerHTML = `<div id="place">${html}</div>`
    const link = window.document.querySelector('share-bar a')
    const script = window.document.createElement('script')
    script.textContent = await bundlePage(framework, 'hydrate', props)
    window.document.body.append(script)

    await vi.waitFor(() =>
      expect(window.document.querySelector('p')?.textContent).toBe(
        'Somebody passed this article on to you.',
      ),
    )
    await vi.waitFor(() =>
      expect(window.document.querySelector('share-bar button[data-channel=copy-button]')).not.toBe(
        null,
      ),
    )
    expect(window.document.querySelector('share-bar a')).toBe(link)
    window.document.querySelector('button')?.click()
    // Events leave by themselves, within a second. The landing is counted when the page is idle, which may be after the click.
    await vi.waitFor(
      async () =>
        expect(
          await collector.query('select type, channel, depth from events order by type'),
        ).toMatchObject([
          { type: 'landing', channel: 'whatsapp', depth: 1 },
          { type: 'share', channel: 'copy-button', depth: 2 },
        ]),
      { timeout: 60_000 },
    )
    expect(warnings).toEqual([])
  })
})

/**
 * `<share-bar>` beside shareon, sharer.js and react-share, with the same ten channels, in one run: bytes, what a load costs
 * the main thread in Chromium, and what axe-core finds. `npm run bench:share-bars`, no part of `npm test`. Writes its table
 * into `docs/share-bar-peers.md`.
 *
 * Loads are interleaved, each in a new profile, and a blank page among them; `APARTE_BENCH_ROUNDS=30` sets how many. Times are
 * medians above those of the blank page and say something as ratios only.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { chromium } from 'playwright'
import { expect, onTestFinished, test } from 'vitest'
import { readBrowsers } from '../../scripts/setup/readBrowsers.mjs'
import { root } from '../../scripts/setup/root.mjs'
import { withBlock } from '../../scripts/sizes/withBlock.mjs'
import { listenLocally } from '../listenLocally.js'
import { bundleContestant } from './shareBars/bundleContestant.js'
import { CONTESTANTS } from './shareBars/contestants.js'
import { findFaults } from './shareBars/findFaults.js'
import { measurePage } from './shareBars/measurePage.js'
import { writeComparison } from './shareBars/writeComparison.js'

const ROUNDS = Number(process.env['APARTE_BENCH_ROUNDS'] ?? 15)
const DOCUMENT = `${root}docs/share-bar-peers.md`
const BLANK = { body: '', script: '', css: '', ready: '' }

const versionOf = async (name: string): Promise<string> => {
  const file =
    name === 'aparte' ? `${root}package.json` : `${root}node_modules/${name}/package.json`
  return (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version
}

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

test('share buttons are weighed, timed and checked', async () => {
  const contestants = await Promise.all(
    CONTESTANTS.map(async (contestant) => ({
      ...contestant,
      ...(await bundleContestant(contestant)),
      version: await versionOf(contestant.packageName),
    })),
  )
  const pages = [BLANK, ...contestants]
  const server = createServer(({ url = '/' }, response) => {
    const [, index = '0', file = ''] = /^\/(\d+)\/(.*)$/.exec(url) ?? []
    const page = pages[Number(index)] ?? BLANK
    const types: Record<string, string> = { js: 'text/javascript', css: 'text/css' }
    response.setHeader(
      'content-type',
      `${types[file.slice(-3).replace('.', '')] ?? 'text/html'};charset=utf-8`,
    )
    if (file === 'page.js') response.end(page.script)
    else if (file === 'page.css') response.end(page.css)
    else
      response.end(`<!doctype html><html lang="en"><head><title>Lamps out at eleven</title>
<link rel="icon" href="data:,">${page.css && '<link rel="stylesheet" href="page.css">'}</head>
<body><main><h1>Lamps out at eleven</h1>${page.body}</main>${page.script && '<script src="page.js"></script>'}</body></html>`)
  })
  const { url, close } = await listenLocally(server)
  onTestFinished(close)
  const { engines } = await readBrowsers()
  const found = engines.find(({ name }) => name === 'chromium')
  if (!found || 'missing' in found) throw new Error('needs Chromium')
  const browser = await chromium.launch(
    found.how === 'playwright' ? {} : { executablePath: found.executable },
  )
  onTestFinished(() => browser.close())

  const shown = pages.flatMap((page, index) =>
    page === BLANK || page.ready ? [{ page, index }] : [],
  )
  const times = new Map(shown.map(({ index }) => [index, [] as number[]]))
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { page, index } of shown) {
      const { taskMs } = await measurePage(browser, `${url}/${index}/`, page.ready)
      // The first round fills what the browser keeps.
      if (round > 0) times.get(index)?.push(taskMs)
    }
  }
  const blankMs = median(times.get(0) ?? [])
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  const rows = []
  for (const [index, contestant] of contestants.entries()) {
    const measured = times.get(index + 1)
    rows.push({
      ...contestant,
      startMs: measured && median(measured) - blankMs,
      faults:
        measured &&
        (await findFaults(browser, `${url}/${index + 1}/`, { axe, ready: contestant.ready })),
    })
  }
  const table = writeComparison(rows, {
    rounds: ROUNDS,
    chromium: browser.version(),
    date: new Date(),
  })
  console.log(table)
  await writeFile(DOCUMENT, withBlock(await readFile(DOCUMENT, 'utf8'), 'share-bars', table))
  expect(rows[0]?.faults).toEqual([])
})

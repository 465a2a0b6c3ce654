/** The import sample of the README, bundled as a site would, runs on a page and reports to the real collector. */
import { build } from 'esbuild'
import { Window } from 'happy-dom'
import { expect, it, onTestFinished, vi } from 'vitest'
import { root } from '../../scripts/setup/root.mjs'
import { startCollector } from './collectorFolder.js'
import { readSamples } from './readmeSamples.js'

/** What the sample exports. */
interface Sample {
  tracker: { landing: { token: string } | undefined }
  whatsappLink: () => string
  onOrder: (order: string) => void
  onChoice: (isAllowed: boolean) => void
  end: () => Promise<void>
}

/** Runs the sample on a page of the collector's own origin, which a reader opens by a link with a token. */
async function open(url: string, lines: string[]): Promise<{ window: Window; sample: Sample }> {
  const { code } =
    readSamples('README.md').find(({ code }) => code.includes(" from 'aparte'")) ?? {}
  const { outputFiles } = await build({
    stdin: { contents: code ?? '', loader: 'ts', resolveDir: root },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'sample',
    footer: { js: 'window.sample = sample' },
  })
  const console = { ...globalThis.console, info: (line: string) => lines.push(line) }
  const settings = {
    enableJavaScriptEvaluation: true,
    suppressInsecureJavaScriptEnvironmentWarning: true,
  }
  const window = new Window({ url, console, settings })
  onTestFinished(() => window.happyDOM.close())
  const script = window.document.createElement('script')
  script.textContent = outputFiles[0]?.text ?? ''
  window.document.body.append(script)
  return { window, sample: Object(window).sample }
}

it('greets who came by a link, marks a link of its own, records a goal, and ends with all of it stored', async () => {
  const collector = await startCollector()
  const lines: string[] = []
  const { window, sample } = await open(`${collector.url}/a?dks=jhhe3xhz4gn2s`, lines)
  expect(sample.tracker.landing?.token).toBe('jhhe3xhz4gn2s')
  await vi.waitFor(() => expect(lines).toEqual(['came by whatsapp, share 1 of its chain']))
  await vi.waitFor(() => expect(window.location.href).toBe(`${collector.url}/a`))

  expect(sample.whatsappLink()).toMatch(/^https:\/\/wa\.me\/\?text=http.+%2Fa%3Fdks%3D\w{13}$/)
  sample.onChoice(true)
  sample.onOrder('order-1')
  await sample.end()

  const stored = await collector.query(
    'select type, channel, depth, parent, mode, name, currency from events order by at_ms, type',
  )
  const none = { parent: null, name: null, currency: null }
  const came = { ...none, channel: 'whatsapp', depth: 1 }
  expect(stored).toEqual(
    expect.arrayContaining([
      { ...came, type: 'landing', mode: 'cookieless' },
      { ...came, type: 'share', depth: 2, parent: 'jhhe3xhz4gn2s', mode: 'cookieless' },
      { ...came, type: 'convert', mode: 'granted', name: 'subscribe', currency: 'EUR' },
    ]),
  )
  expect(stored).toHaveLength(3)
})

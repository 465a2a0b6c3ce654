/** `npm audit` of the real lock file against the registry that npm is set to, and the judge itself against made-up registries. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { auditAll } from '../../scripts/audit/auditAll.mjs'
import { listenLocally } from '../listenLocally.js'

it('the registry knows no fault of what runs, and no high or critical one of anything', async (context) => {
  const { outcome, why } = await auditAll()
  console.log(`npm audit ${outcome}: ${why}`)
  // Not known is not passed.
  context.skip(outcome === 'skipped', why)
  expect(outcome, why).toBe('passed')
})

describe('the judge', () => {
  let folder = ''
  const cache = process.env['npm_config_cache']
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'aparte-audited-'))
    const manifest = {
      name: 'audited',
      version: '0.0.0',
      dependencies: { runs: '1.0.0' },
      devDependencies: { builds: '1.0.0' },
    }
    const packages = {
      '': manifest,
      'node_modules/runs': { version: '1.0.0' },
      'node_modules/builds': { version: '1.0.0', dev: true },
    }
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
    writeFileSync(
      join(folder, 'package-lock.json'),
      JSON.stringify({ name: 'audited', version: '0.0.0', lockfileVersion: 3, packages }),
    )
    // npm keeps what it hears of faults, and these are made up.
    process.env['npm_config_cache'] = join(folder, 'cache')
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
    if (cache === undefined) delete process.env['npm_config_cache']
    else process.env['npm_config_cache'] = cache
  })

  let id = 0
  const fault = (severity: string): object => ({
    id: ++id,
    url: 'https://faults.example',
    title: 'a fault',
    severity,
    vulnerable_versions: '*',
  })

  /** A registry that knows these faults, or answers everything with one status. */
  const startRegistry = async (known: Record<string, string> | number): Promise<string> => {
    const server = createServer((request, response) => {
      void (async () => {
        const chunks: Uint8Array[] = []
        for await (const chunk of request) chunks.push(chunk as Uint8Array)
        const body = new Uint8Array(Buffer.concat(chunks))
        const isPacked = request.headers['content-encoding'] === 'gzip'
        const json = new TextDecoder().decode(isPacked ? new Uint8Array(gunzipSync(body)) : body)
        const isAudit = request.method === 'POST' && request.url?.endsWith('/advisories/bulk')
        const asked = isAudit ? Object.keys(JSON.parse(json) as object) : []
        const names = typeof known === 'number' ? [] : asked.filter((name) => name in known)
        const status = typeof known === 'number' ? known : isAudit ? 200 : 404
        response.writeHead(status, { 'content-type': 'application/json' })
        response.end(
          JSON.stringify(
            Object.fromEntries(
              names.map((name) => [name, [fault((known as Record<string, string>)[name] ?? '')]]),
            ),
          ),
        )
      })()
    })
    const { url, close } = await listenLocally(server)
    onTestFinished(close)
    return `${url}/`
  }

  it.each([
    ['has no such endpoint', 405, 'skipped', '405'],
    ['knows nothing at all', {}, 'skipped', 'its word is worth nothing'],
    ['knows nothing of ours', { minimist: 'critical' }, 'passed', 'none in what runs, 0 lesser'],
    [
      'knows a low fault of what runs',
      { minimist: 'low', runs: 'low' },
      'failed',
      'what runs: runs',
    ],
    [
      'knows a moderate one of what builds',
      { minimist: 'low', builds: 'moderate' },
      'passed',
      '1 lesser',
    ],
    [
      'knows a high one of what builds',
      { minimist: 'low', builds: 'high' },
      'failed',
      'among builds',
    ],
  ] as const)('where the registry %s', async (_, known, outcome, why) => {
    const registry = await startRegistry(known)
    expect(await auditAll({ folder, registry })).toEqual({
      outcome,
      why: expect.stringContaining(why) as string,
    })
  })

  it('skips where there is no network, and where no answer comes', async () => {
    expect(await auditAll({ folder, registry: 'http://127.0.0.1:9/' })).toEqual({
      outcome: 'skipped',
      why: expect.stringContaining('ECONNREFUSED') as string,
    })
    const silent = createServer((request) => void text(request))
    const { url, close } = await listenLocally(silent)
    onTestFinished(close)
    expect(await auditAll({ folder, registry: `${url}/`, timeoutMs: 1000 })).toEqual({
      outcome: 'skipped',
      why: 'no answer in 1 s',
    })
  })
})

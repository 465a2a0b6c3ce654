import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../../src/cli/run.js'

describe('check-param', () => {
  it('takes a name that nobody strips', () => {
    expect(run(['check-param', 'dks'])).toEqual({
      exitCode: 0,
      lines: ['dks: usable; no privacy list strips it from all sites'],
    })
  })

  it('tells which lists strip a name', () => {
    expect(run(['check-param', 'cmpid'])).toEqual({
      exitCode: 1,
      lines: [
        'cmpid: stripped by ClearURLs',
        'cmpid: stripped by Neat URL',
        'cmpid: stripped by tidy-url',
        'cmpid: stripped by AdGuard TrackParamFilter general_url',
        'cmpid: stripped by uBOL AdGuard/uBO URL Tracking Protection',
        'cmpid: stripped by Actually Legitimate URL Shortener',
        'The default, dks, is stripped by none.',
      ],
    })
  })

  it('tells the pattern that a name falls under, and the condition', () => {
    expect(run(['check-param', 'amc']).lines[0]).toBe('amc: stripped by ClearURLs, as [a-z]?mc')
    expect(run(['check-param', 'via']).lines).toContain(
      'via: stripped by Actually Legitimate URL Shortener, on some requests',
    )
  })

  it.each([
    ['utm_source', 'a name is two to eight lower-case letters'],
    ['DKS', 'a name is two to eight lower-case letters'],
    ['d', 'a name is two to eight lower-case letters'],
    ['copyx', 'it begins with an HTML entity, which &name= in markup would turn into a sign'],
    ['notified', 'it begins with an HTML entity, which &name= in markup would turn into a sign'],
    ['token', 'content systems and logins use it'],
    ['id', 'content systems and logins use it'],
  ])('refuses %s and says why', (name, why) => {
    const { exitCode, lines } = run(['check-param', name])
    expect(exitCode).toBe(1)
    expect(lines[0]).toBe(`${name}: refused, because ${why}`)
  })

  it('warns of every name that ordinary URLs hold', () => {
    const names = ['ordinary-queries.tsv', 'more-ordinary-queries.tsv'].flatMap((file) =>
      readFileSync(`test/corpus/${file}`, 'utf8')
        .trimEnd()
        .split('\n')
        .slice(1)
        .flatMap((line) => line.split('\t')[2]?.split(',') ?? []),
    )
    expect(names.length).toBeGreaterThan(300)
    expect(names.filter((name) => run(['check-param', name]).exitCode === 0)).toEqual([])
    expect(run(['check-param', 'layers'])).toEqual({
      exitCode: 1,
      lines: [
        'layers: content systems or well-known sites use it for something else',
        'The default, dks, is stripped by none.',
      ],
    })
  })

  it.each([[[]], [['check-param']], [['check-param', '']], [['check-param', 'a', 'b']], [['dks']]])(
    'says how it is used for %j',
    (words) => {
      const { exitCode, lines } = run(words)
      expect(exitCode).toBe(2)
      expect(lines[0]).toBe('Usage: aparte check-param NAME')
    },
  )

  it.each(['--help', '-h', 'help'])('says how it is used for %s, and is content', (word) => {
    expect(run([word])).toEqual({ ...run([]), exitCode: 0 })
  })
})

describe('the command', () => {
  let folder = ''
  const start = async (...words: string[]): Promise<unknown> => {
    try {
      const { stdout, stderr } = await promisify(execFile)(process.execPath, [
        path.join(folder, 'main.mjs'),
        ...words,
      ])
      return { code: 0, stdout, stderr }
    } catch (error) {
      const { code, stdout, stderr } = error as Record<string, unknown> // what execFile rejects with
      return { code, stdout, stderr }
    }
  }

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'aparte-cli-'))
    await build({
      entryPoints: ['src/cli/main.ts'],
      outfile: path.join(folder, 'main.mjs'),
      bundle: true,
      format: 'esm',
      platform: 'node',
    })
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('writes what it found, and ends with its exit code', async () => {
    expect(await start('check-param', 'dks')).toEqual({
      code: 0,
      stdout: 'dks: usable; no privacy list strips it from all sites\n',
      stderr: '',
    })
    expect(await start('check-param', 'trk')).toEqual({
      code: 1,
      stdout: expect.stringContaining('trk: stripped by Neat URL\n') as string,
      stderr: '',
    })
  })

  it('writes how it is used to the other stream', async () => {
    expect(await start()).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^Usage: /) as string,
    })
  })
})

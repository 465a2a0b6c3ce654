/** The built command `aparte previews`, as it is run. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACCESS_LINES, TOKEN } from '../../corpus/accessLines.js'

let folder = ''
let main = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'aparte-previews-'))
  main = path.join(folder, 'main.mjs')
  await build({
    entryPoints: ['src/cli/main.ts'],
    outfile: main,
    bundle: true,
    format: 'esm',
    platform: 'node',
  })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const COMBINED = ACCESS_LINES[0]?.lines ?? ''
const EARLIER = COMBINED.replace('07:44:07', '07:40:00').replace(
  /"Slackbot.*"/,
  '"TelegramBot (like TwitterBot)"',
)
const TABLE = `TOKEN          SHARED BY    FIRST PREVIEW (UTC)  FETCHED FROM  PREVIEWED BY
${TOKEN}  copy         2026-11-26 06:44:07  their server  Slack
`

const gzip = (text: string): Uint8Array => Uint8Array.from(gzipSync(text))

interface Run {
  status: number | null
  stdout: string
  stderr: string
}
const start = (words: readonly string[], input: string | Uint8Array = ''): Run => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'previews', ...words], {
    input,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}
const write = async (name: string, content: string | Uint8Array): Promise<string> => {
  const file = path.join(folder, name)
  await writeFile(file, content)
  return file
}

describe('aparte previews', () => {
  it('reads standard input, and writes a table', () => {
    expect(start([], `${COMBINED}\njunk\n`)).toEqual({
      status: 0,
      stdout: TABLE,
      stderr: `aparte previews: 1 share with a preview, in 2 lines.
aparte previews: Skipped, because not of an access log: 1 line.
`,
    })
  })

  it('unpacks gzip from standard input, also where logs were joined', () => {
    const packed = [gzip(`${COMBINED}\n`), gzip(EARLIER)]
    expect(start(['-'], packed[0])).toMatchObject({ status: 0, stdout: TABLE })
    expect(start([], Uint8Array.from(packed.flatMap((part) => [...part]))).stdout).toContain(
      '06:40:00  their server  Telegram',
    )
  })

  it('reads files, plain or gzip whatever they are called, and takes the earliest preview of all', async () => {
    const files = [await write('access.log', COMBINED), await write('access.log.1', gzip(EARLIER))]
    const { status, stdout } = start(['--json', ...files])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      lines: 2,
      previews: [{ token: TOKEN, bot: 'telegram-preview' }],
    })
  })

  it('writes JSON that is whole without a preview, too', () => {
    const { stdout } = start(['--json'], COMBINED.replaceAll(TOKEN, ''))
    expect(JSON.parse(stdout)).toEqual({
      lines: 1,
      malformed: 0,
      cut: 0,
      unnamed: 0,
      leftOut: 0,
      previews: [],
    })
  })

  it('takes another parameter', () => {
    expect(start(['--param', 'via'], COMBINED.replace('dks=', 'via='))).toMatchObject({
      stdout: TABLE,
    })
  })

  it('is content with an empty log', () => {
    expect(start([])).toEqual({
      status: 0,
      stdout: '',
      stderr: 'aparte previews: 0 shares with a preview, in 0 lines.\n',
    })
  })

  it('says that a log without user agents tells nothing', () => {
    const { status, stderr } = start([], COMBINED.replace(/ "-" ".*"$/, ''))
    expect(status).toBe(0)
    expect(stderr).toContain('The log names no user agents')
  })

  it.each([
    [() => path.join(folder, 'none.log'), /^aparte previews: There is no file .+none\.log\.\n$/],
    [() => folder, /^aparte previews: .+ is a folder, not a log\.\n$/],
  ])('says in one sentence what cannot be read', (file, sentence) => {
    const { status, stdout, stderr } = start([file()])
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(sentence)
  })

  it('says in one sentence that gzip is cut off', () => {
    const { status, stdout, stderr } = start([], gzip(COMBINED).subarray(0, 40))
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^aparte previews: standard input .+ cannot be unpacked: .+\n$/)
  })

  it('ends with 1 for what is no log at all', () => {
    expect(start([], 'hello\nworld\n')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'aparte previews: Not one line is a line of an access log.\n',
    })
  })

  it.each([
    [['--jsn'], '--jsn'],
    [['--param'], '--param'],
    [['--param', 'token'], '"token"'],
  ])('says what is wrong with %j, how it is used, and ends with 2', (words, part) => {
    const { status, stdout, stderr } = start(words)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^aparte previews: .+\nUsage: aparte previews /)
    expect(stderr.split('\n')[0]).toContain(part)
  })

  it.each(['--help', '-h'])('says how it is used for %s, and is content', (word) => {
    expect(start([word])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^Usage: /) as string,
      stderr: '',
    })
  })

  it('ends quietly where nobody reads on, as with head', async () => {
    const child = spawn(process.execPath, [main, 'previews', '--help'])
    let err = ''
    child.stderr.on('data', (chunk) => (err += String(chunk)))
    child.stdout.destroy()
    expect(await once(child, 'close')).toEqual([0, null])
    expect(err).toBe('')
  })
})

/** The files of the WordPress plugin: they parse, and print nothing that is not escaped. `wordpressPlugin.test.ts` runs them. */
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { Engine } from 'php-parser'
import { describe, expect, it, test } from 'vitest'
import { root } from '../../scripts/setup/root.mjs'
import { findPrograms } from './findPrograms.js'

const FOLDER = `${root}examples/wordpress/aparte/`
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.php'),
)
const read = (name: string): string => readFileSync(FOLDER + name, 'utf8')

/** A node of the syntax tree. */
type Syntax = { kind: string } & Record<string, unknown>

const parser = new Engine({ parser: { php7: true, suppressErrors: false }, ast: {} })
const parse = (name: string): Syntax => ({ ...parser.parseCode(read(name), name) })

const isSyntax = (value: unknown): value is Syntax =>
  typeof value === 'object' && value !== null && typeof Object(value).kind === 'string'

/** A node and all below it. */
function* walk(node: Syntax): Generator<Syntax> {
  yield node
  for (const part of Object.values(node))
    for (const child of Array.isArray(part) ? part : [part]) if (isSyntax(child)) yield* walk(child)
}

/** Functions whose result is fit for HTML. */
const ESCAPES = new Set([
  'esc_attr',
  'esc_html',
  'esc_html__',
  'esc_textarea',
  'esc_url',
  'checked',
  'selected',
])

/** Whether a value may be printed: written in the code, escaped, or put together from such. */
function isFit(value: unknown): boolean {
  if (!isSyntax(value)) return false
  if (value.kind === 'string' || value.kind === 'number') return true
  if (value.kind === 'bin')
    return value['type'] === '.' && isFit(value['left']) && isFit(value['right'])
  return value.kind === 'call' && ESCAPES.has(String(Object(value['what']).name))
}

const programs = findPrograms('php')

describe.each(files)('%s', (name) => {
  it('parses', () => {
    const { kind, children } = parse(name)
    expect(kind).toBe('program')
    expect((children as unknown[]).length).toBeGreaterThan(0)
  })

  it('prints nothing that is not escaped', () => {
    const printed = [...walk(parse(name))].filter(({ kind }) => /^(echo|print)$/.test(kind))
    const values = printed.flatMap(({ expressions, expression }) => expressions ?? expression)
    expect(values.filter((value) => !isFit(value))).toEqual([])
    // Nor by functions that print, or by text outside of PHP.
    const calls = [...walk(parse(name))].filter(({ kind }) => kind === 'call')
    const called = calls.map(({ what }) => String(Object(what).name))
    expect(called.filter((each) => /^(v?printf|print_r|var_dump|_e|readfile)$/.test(each))).toEqual(
      [],
    )
    expect([...walk(parse(name))].filter(({ kind }) => kind === 'inline')).toEqual([])
  })

  it('does nothing when it is opened as a page of its own', () => {
    expect(read(name)).toMatch(/^defined\( '(?:ABSPATH|WP_UNINSTALL_PLUGIN)' \) \|\| exit;$/m)
  })

  if (typeof programs === 'string') test.skip(`php -l is not run: ${programs}`, () => undefined)
  else
    it('is PHP to PHP', async () => {
      const { stdout } = await promisify(execFile)(programs.php, ['-l', FOLDER + name])
      expect(stdout).toContain('No syntax errors')
    })
})

it('is found: the printing rule sees what the settings page prints', () => {
  const printed = [...walk(parse('includes/settings-page.php'))].filter(
    ({ kind }) => kind === 'echo',
  )
  expect(printed.length).toBeGreaterThan(10)
  const valueOf = (code: string): unknown =>
    Object(parser.parseEval(code).children[0]).expressions[0]
  expect(isFit(valueOf("echo 'a' . $title;"))).toBe(false)
  expect(isFit(valueOf("echo 'a' . esc_html( $title );"))).toBe(true)
})

describe('what WordPress reads of the plugin', () => {
  const header = read('aparte.php')
  const readme = read('readme.txt')
  const field = (text: string, name: string): string =>
    new RegExp(`^(?: \\* )?${name}: +(.+)$`, 'm').exec(text)?.[1] ?? ''

  it.each(['Plugin Name', 'Description', 'Version', 'License', 'License URI', 'Text Domain'])(
    'has the header %s',
    (name) => {
      expect(field(header, name)).not.toBe('')
    },
  )

  it('is the same in header and readme', () => {
    for (const name of ['Requires at least', 'Requires PHP', 'License', 'License URI'])
      expect(field(readme, name)).toBe(field(header, name))
    expect(field(readme, 'Stable tag')).toBe(field(header, 'Version'))
    expect(field(header, 'License')).toBe('GPL-2.0-or-later')
    // The plugin directory cuts the short description there.
    expect(/\n\n(.+)\n\n==/.exec(readme)?.[1]?.length).toBeLessThanOrEqual(150)
  })

  it('names every file that it needs', () => {
    const named = [...header.matchAll(/__DIR__ \. '\/(.+?)'/g)].map(([, name = '']) => name)
    expect(named.filter((name) => !existsSync(FOLDER + name))).toEqual([])
    const others = files.filter((name) => name !== 'aparte.php' && name !== 'uninstall.php')
    expect(named.toSorted()).toEqual(others.toSorted())
  })
})

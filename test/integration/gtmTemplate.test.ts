/** The template for Google Tag Manager: its sections, its permissions, and its code, run with stand-ins for Tag Manager's functions. */
import { readFileSync } from 'node:fs'
import vm from 'node:vm'
import { describe, expect, it, vi } from 'vitest'
import { root } from '../../scripts/setup/root.mjs'
import { DEFAULTS } from '../../src/options.js'

const FILE = 'examples/gtm/template.tpl'
const HOST = 'https://www.journal.example'
const SECTIONS = [
  'TERMS_OF_SERVICE',
  'INFO',
  'TEMPLATE_PARAMETERS',
  'SANDBOXED_JS_FOR_WEB_TEMPLATE',
  'WEB_PERMISSIONS',
  'TESTS',
  'NOTES',
]

const [, ...parts] = readFileSync(root + FILE, 'utf8').split(/^___([A-Z_]+)___$/m)
const names = parts.filter((_, index) => index % 2 === 0)
const sections = new Map(names.map((name, index) => [name, parts[index * 2 + 1] ?? '']))
const readSection = (name: string): string => sections.get(name) ?? ''
const readJson = (name: string): unknown => JSON.parse(readSection(name))

/** A value as Tag Manager writes it: text, list, map, boolean. */
interface Value {
  type: number
  string?: string
  boolean?: boolean
  listItem?: Value[]
  mapKey?: Value[]
  mapValue?: Value[]
}
interface Permission {
  instance: { key: { publicId: string; versionId: string }; param: { key: string; value: Value }[] }
}

function readValue({ string, boolean, listItem, mapKey = [], mapValue = [] }: Value): unknown {
  if (listItem) return listItem.map(readValue)
  const names = mapKey.map(({ string: name = '' }) => name)
  if (names.length > 0)
    return Object.fromEntries(
      mapValue.map((value, index) => [names[index] ?? '', readValue(value)]),
    )
  return string ?? boolean
}

const permissions = new Map(
  (readJson('WEB_PERMISSIONS') as Permission[]).map(({ instance }) => [
    instance.key.publicId,
    Object.fromEntries(instance.param.map(({ key, value }) => [key, readValue(value)])),
  ]),
)

interface Field {
  type: string
  name: string
  displayName: string
  subParams?: Field[]
  selectItems?: { value: string }[]
  defaultValue?: string
  valueValidators?: { type: string; args: string[] }[]
}
const fields = (readJson('TEMPLATE_PARAMETERS') as Field[]).flatMap((field) => [
  field,
  ...(field.subParams ?? []),
])

/** What each function of the sandbox needs, by the documentation of Tag Manager. */
const NEEDS = new Map([
  ['createQueue', 'access_globals'],
  ['injectScript', 'inject_script'],
  ['logToConsole', 'logging'],
  ['templateStorage', 'access_template_storage'],
  ['queryPermission', undefined],
])

const code = readSection('SANDBOXED_JS_FOR_WEB_TEMPLATE')
// Tag Manager runs it as the body of a function.
const body = new vm.Script(`(function (require, data) {\n'use strict'\n${code}\n})`, {
  filename: FILE,
})

type Sandbox = Record<string, unknown>

/** Runs the code in a world of its own, with these functions and nothing else. */
function runCode(apis: Sandbox, data: object): void {
  const run = body.runInNewContext(Object.create(null)) as (
    require: (name: string) => unknown,
    data: object,
  ) => void
  run((name) => {
    if (!(name in apis)) throw new Error(`no ${name} in the sandbox`)
    return apis[name]
  }, data)
}

/** Patterns of addresses as in permissions: `*` stands for anything. */
function isPermitted(url: string): boolean {
  const { urls = [] } = (permissions.get('inject_script') ?? {}) as { urls?: string[] }
  return urls.some((pattern) => {
    const [start = '', end] = pattern.split('*')
    return end === undefined ? url === pattern : url.startsWith(start) && url.endsWith(end)
  })
}

/** A page with Tag Manager, which loads what it may. `blocked` are files that do not arrive. */
function openPage({ blocked = [] as string[] } = {}) {
  const stored = new Map<string, unknown>()
  const page = {
    queue: [] as unknown[],
    injected: [] as string[],
    said: [] as string[],
    gtmOnSuccess: vi.fn<() => void>(),
    gtmOnFailure: vi.fn<() => void>(),
  }
  const apis = {
    createQueue: (name: string) => {
      const { keys } = permissions.get('access_globals') as { keys: Record<string, unknown>[] }
      expect(keys).toContainEqual({ key: name, read: true, write: true, execute: false })
      // Tag Manager hands the page a copy, without what belongs to the sandbox.
      return (item: unknown) => page.queue.push(structuredClone(item))
    },
    injectScript: (url: string, onSuccess: () => void, onFailure: () => void, token: unknown) => {
      expect(isPermitted(url)).toBe(true)
      expect(token).toBe(url)
      page.injected.push(url)
      if (blocked.some((name) => url.endsWith(name))) onFailure()
      else onSuccess()
    },
    logToConsole: (text: string) => page.said.push(text),
    queryPermission: (id: string, url: string) => id === 'inject_script' && isPermitted(url),
    templateStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: unknown) => stored.set(key, value),
      removeItem: (key: string) => stored.delete(key),
    },
  }
  const { gtmOnSuccess, gtmOnFailure } = page
  const fire = (data: object): void => runCode(apis, { ...data, gtmOnSuccess, gtmOnFailure })
  return { ...page, fire }
}

const DATA = { scriptUrl: `${HOST}/js/aparte.min.js`, endpoint: '/collect', consent: 'cookieless' }

describe('the file', () => {
  it('has every section of the format, in its order', () => {
    expect(names).toEqual(SECTIONS)
    expect(readSection('TERMS_OF_SERVICE')).toContain(
      'developers.google.com/tag-manager/gallery-tos',
    )
  })

  it('says that it is a tag for web containers', () => {
    expect(readJson('INFO')).toMatchObject({
      type: 'TAG',
      id: 'cvt_temp_public_id',
      version: 1,
      displayName: 'aparté',
      containerContexts: ['WEB'],
    })
  })

  it('asks for what the code reads, and the code reads what it asks for', () => {
    const asked = fields.filter(({ type }) => type !== 'GROUP').map(({ name }) => name)
    const read = [...code.matchAll(/\bdata\.(\w+)/g)].map(([, name = '']) => name)
    const given = new Set(['gtmOnSuccess', 'gtmOnFailure'])
    expect([...new Set(read)].filter((name) => !given.has(name)).toSorted()).toEqual(
      asked.toSorted(),
    )
    for (const field of fields) expect(field.displayName).not.toBe('')
  })

  it.each([
    ['scriptUrl', 'https://www.journal.example/aparte.min.js', true],
    ['scriptUrl', 'https://www.journal.example/js/1/aparte.min.js', true],
    ['scriptUrl', 'http://www.journal.example/aparte.min.js', false],
    ['scriptUrl', '/aparte.min.js', false],
    ['scriptUrl', 'https://www.journal.example/other.js', false],
    ['endpoint', '/collect', true],
    ['endpoint', 'https://c.journal.example/collect', true],
    ['endpoint', 'collect', false],
    ['endpoint', '', false],
  ])('the field %s takes %j: %s', (name, value, isTaken) => {
    const validators = fields.find((field) => field.name === name)?.valueValidators ?? []
    expect(validators.map(({ type }) => type)).toEqual(['REGEX'])
    const [pattern = ''] = validators[0]?.args ?? []
    expect(new RegExp(`^(?:${pattern})$`).test(value)).toBe(isTaken)
  })

  it('declares one permission for each function that needs one, and no other', () => {
    const required = [...code.matchAll(/\brequire\('(\w+)'\)/g)].map(([, name = '']) => name)
    expect(required.filter((name) => !NEEDS.has(name))).toEqual([])
    const needed = required.flatMap((name) => NEEDS.get(name) ?? [])
    expect([...permissions.keys()].toSorted()).toEqual(needed.toSorted())
    expect(permissions.get('inject_script')).toEqual({ urls: [`${HOST}/*`] })
    expect(permissions.get('access_globals')).toEqual({
      keys: [{ key: 'aparte', read: true, write: true, execute: false }],
    })
  })
})

describe('the tag', () => {
  it('puts options into the queue, then loads the script', () => {
    const page = openPage()
    page.fire({ ...DATA, exclude: '/account/  /pay/', queryAllow: 'page', domains: 'm.a.example' })
    expect(page.queue).toEqual([
      {
        endpoint: '/collect',
        consent: 'cookieless',
        exclude: ['/account/', '/pay/'],
        queryAllow: ['page'],
        domains: ['m.a.example'],
      },
    ])
    expect(page.injected).toEqual([`${HOST}/js/aparte.min.js`])
    expect(page.gtmOnSuccess).toHaveBeenCalledOnce()
    expect(page.gtmOnFailure).not.toHaveBeenCalled()
  })

  const modes = fields.find(({ name }) => name === 'consent')?.selectItems ?? []

  it.each(modes.map(({ value }) => value))('gives options that exist: consent %s', (consent) => {
    const page = openPage()
    page.fire({ ...DATA, consent, exclude: '/a/', queryAllow: 'b', domains: 'c.example' })
    const [options = {}] = page.queue as object[]
    expect(Object.keys(options).filter((name) => !(name in DEFAULTS))).toEqual([])
    expect(options).toMatchObject({ consent: consent === 'google' ? 'pending' : consent })
  })

  it('loads the adapter to Google Consent Mode before the script', () => {
    const page = openPage()
    page.fire({ ...DATA, consent: 'google' })
    expect(page.injected).toEqual([`${HOST}/js/aparte.google.min.js`, `${HOST}/js/aparte.min.js`])
    expect(page.gtmOnSuccess).toHaveBeenCalledOnce()
  })

  it('loads no script where the adapter did not arrive', () => {
    const page = openPage({ blocked: ['aparte.google.min.js'] })
    page.fire({ ...DATA, consent: 'google' })
    expect(page.injected).toEqual([`${HOST}/js/aparte.google.min.js`])
    expect(page.gtmOnFailure).toHaveBeenCalledOnce()
    expect(page.said.join()).toContain('aparte.google.min.js was not loaded')
  })

  it('does nothing more when it fires again, and tries again after a failure', () => {
    const page = openPage()
    page.fire(DATA)
    page.fire(DATA)
    expect([page.queue.length, page.injected.length]).toEqual([1, 1])
    expect(page.gtmOnSuccess).toHaveBeenCalledTimes(2)
    const broken = openPage({ blocked: ['aparte.min.js'] })
    broken.fire(DATA)
    broken.fire(DATA)
    expect(broken.injected).toHaveLength(2)
    expect(broken.gtmOnFailure).toHaveBeenCalledTimes(2)
  })

  it('loads nothing from a host that its permission does not name, and says so', () => {
    const page = openPage()
    page.fire({ ...DATA, scriptUrl: 'https://elsewhere.example/aparte.min.js' })
    expect([page.queue, page.injected]).toEqual([[], []])
    expect(page.said.join()).toContain('elsewhere.example')
    expect(page.gtmOnFailure).toHaveBeenCalledOnce()
  })
})

describe('the tests that Tag Manager runs', () => {
  const text = readSection('TESTS')
  const dedent = (lines = ''): string => lines.replaceAll(/^ {2,4}/gm, '')
  const setup = dedent(/^setup: \|-\n((?: {2}.*\n|\n)+)/m.exec(text)?.[1])
  const scenarios = [...text.matchAll(/^- name: (.+)\n {2}code: \|-\n((?: {4}.*\n|\n)+)/gm)]

  it('are there', () => {
    expect(text.trim().startsWith('scenarios:')).toBe(true)
    expect(scenarios).toHaveLength(text.match(/^- name:/gm)?.length ?? 0)
    expect(scenarios.length).toBeGreaterThan(3)
    expect(setup).toContain('mockData')
  })

  it.each(scenarios.map(([, name = '', scenario = '']) => [name, dedent(scenario)]))(
    '%s',
    (_name, scenario) => {
      const apis: Sandbox = { logToConsole: () => undefined }
      const calls = new Map<string, number>()
      const note = (name: string, run: unknown) => {
        return (...args: unknown[]): unknown => {
          calls.set(name, (calls.get(name) ?? 0) + 1)
          return typeof run === 'function' ? run(...args) : run
        }
      }
      const world = {
        mock: (name: string, run: unknown) => (apis[name] = note(name, run)),
        mockObject: (name: string, object: unknown) => (apis[name] = object),
        runCode: (data: object) =>
          runCode(apis, {
            ...data,
            gtmOnSuccess: note('gtmOnSuccess', undefined),
            gtmOnFailure: note('gtmOnFailure', undefined),
          }),
        // Of another world: its arrays have another prototype.
        assertThat: (value: unknown) => ({
          isEqualTo: (wanted: unknown) =>
            expect(structuredClone(value)).toEqual(structuredClone(wanted)),
        }),
        assertApi: (name: string) => ({
          wasCalled: () => expect(calls.get(name) ?? 0).toBeGreaterThan(0),
          wasNotCalled: () => expect(calls.get(name) ?? 0).toBe(0),
        }),
      }
      expect.hasAssertions()
      vm.runInNewContext(`{\n${setup}\n${scenario}\n}`, world)
    },
  )
})

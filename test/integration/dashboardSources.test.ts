// @vitest-environment happy-dom
/** What the page of the dashboard makes of sources and previews. */
import { expect, it } from 'vitest'

type Show = (data: unknown) => void
/** Its files are plain modules without types, and no part of the program that is compiled. */
const load = async (name: string): Promise<(...given: unknown[]) => unknown> => {
  const file: string = `../../examples/dashboard/public/${name}.js`
  return (
    ((await import(/* @vite-ignore */ file)) as Record<string, () => unknown>)[name] ??
    (() => undefined)
  )
}
const row = (confidence: string, source: string, arrivals: number, people = 0) => ({
  confidence,
  source,
  arrivals,
  people,
})

it('shows measured, named, hinted at, inferred and direct visits in rows of their own, each with its number', async () => {
  const parent = document.createElement('tbody')
  const show = (await load('createSources'))(parent) as Show
  const sources = [
    row('A', 'token', 6, 4),
    row('B', 'token', 1),
    row('C', 'search', 5),
    row('C', 'network', 2, 1),
    row('D', 'damaged', 1),
    row('E', 'inferred', 1200, 9),
  ]
  const origins = [
    { ...row('A', 'token', 4), channel: 'whatsapp', kind: 'private' },
    { ...row('A', 'token', 2), channel: 'copy', kind: 'blind' },
    { ...row('B', 'token', 1), channel: 'whatsapp', kind: 'private' },
    { ...row('C', 'network', 2), channel: 'facebook', kind: 'public' },
  ]
  show({ sources, origins })
  const read = () =>
    [...parent.children].map((line) => [
      line.querySelector('b')?.textContent,
      ...[...line.querySelectorAll('.number')].map(({ textContent }) => textContent),
      [...line.querySelectorAll('.parts > span')].map(({ textContent }) => textContent).join(', '),
    ])
  expect(read()).toEqual([
    ['Measured', '7', '4', 'whatsapp 5, copy 2'],
    ['Named', '7', '1', 'search engines 5, facebook 2'],
    ['Hinted at', '1', '0', 'damaged tokens 1'],
    ['Inferred', '1,200', '9', 'dark social 1,200'],
    ['Direct', '0', '0', ''],
  ])
  show({ sources: [], origins: [] })
  expect(read().map(([, visits]) => visits)).toEqual(['0', '0', '0', '0', '0'])
})

it('says at a copied share what a preview told, marked as told, and at no other', async () => {
  const create = (await load('createBranch')) as (share: unknown) => {
    element: HTMLElement
    update: Show
  }
  const preview = { network: 'Slack', channel: 'slack', kind: 'private', fetchedBy: 'server' }
  const share = {
    token: 'g1ran22qg8xdj',
    channel: 'copy',
    kind: 'blind',
    depth: 1,
    ts: 0,
    landings: 0,
    people: 0,
    children: [],
  }
  const { element, update } = create(share)
  update(share)
  expect(element.querySelector('.told')).toBeNull()
  // It is imported later.
  update({ ...share, preview })
  update({ ...share, preview })
  expect([...element.querySelectorAll('.told')].map(({ textContent }) => textContent)).toEqual([
    '→ Slacktold by a preview',
  ])
  expect(element.querySelector<HTMLElement>('.told')?.title).toContain('not measured')
  const known = create({ ...share, channel: 'whatsapp', kind: 'private' })
  known.update({ ...share, channel: 'whatsapp', kind: 'private', preview })
  expect(known.element.querySelector('.told')).toBeNull()
})

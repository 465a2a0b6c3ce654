/** What holds for the share bar of every adapter, on a page and with the HTML of a real server process. */
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BarProps } from '../../../src/adapter/barProps.js'
import {
  email,
  en,
  facebook,
  fr,
  line,
  renderShareLinks,
  telegram,
  whatsapp,
} from '../../../src/share-bar/index.js'
import { stageTracker } from '../stageTracker.js'
import type { Driver } from './app.js'
import { place } from './place.js'
import { renderOnServer } from './renderOnServer.js'

const url = 'https://journal.example/a'
const BAR: BarProps = {
  channels: [whatsapp, email],
  languages: [fr],
  url,
  text: 'A “title” & more',
}
const WITH_MORE: BarProps = { ...BAR, more: [telegram], names: true, note: true }

const find = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector)
const bars = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('share-bar')]

/** The channels that a bar shows outside of "More", in their order. */
const readChannels = (bar = bars()[0]): (string | undefined)[] =>
  [...(bar?.children ?? [])].map((item) => (item as HTMLElement).dataset['channel']).filter(Boolean)

/** Declares the tests of the share bar of one adapter. */
export function describeBar(driver: Driver): void {
  describe('ShareBar', () => declareTests(driver))
}

function declareTests({ name, mount, hydrate }: Driver): void {
  stageTracker()
  let html = ''
  let htmlWithMore = ''
  let warnings: unknown[][] = []

  beforeAll(async () => {
    const bar = {
      url,
      text: 'A “title” & more',
      channels: ['whatsapp', 'email'],
      languages: ['fr'],
    }
    const render = (bar: object): Promise<string> =>
      renderOnServer(name, { bar: bar as unknown as BarProps }) // names, which the process looks up
    html = await render(bar)
    htmlWithMore = await render({ ...bar, more: ['telegram'], names: true, note: true })
  })

  beforeEach(() => {
    place()
    warnings = []
    for (const level of ['error', 'warn'] as const)
      vi.spyOn(console, level).mockImplementation((...words) => warnings.push(words))
    return () => expect(warnings).toEqual([])
  })

  it('is plain links on a server, with the attributes of the element', () => {
    place(html)
    const [bar] = bars()
    const attributes = Object.fromEntries(
      [...(bar?.attributes ?? [])].map(({ name, value }) => [name, value]),
    )
    expect(attributes).toEqual({
      role: 'group',
      'aria-label': 'Partager',
      lang: 'fr',
      dir: 'ltr',
      url,
      text: 'A “title” & more',
      class: 'wide',
    })
    const expected = document.createElement('div')
    expected.innerHTML = renderShareLinks({ ...BAR, url })
    expect(bar?.innerHTML).toBe(expected.innerHTML)
  })

  it.each([
    ['links alone', BAR, () => html],
    ['with more behind a button', WITH_MORE, () => htmlWithMore],
  ])('is taken over as the server has written it: %s', async (_, bar, readHtml) => {
    place(readHtml())
    const [served] = bars()
    const links = [...document.querySelectorAll('share-bar a')]
    expect(links.length).toBeGreaterThan(1)
    const app = await hydrate({ bar })
    expect(bars()).toEqual([served])
    expect([...document.querySelectorAll('share-bar a')]).toEqual(links)
    expect(readChannels()).toEqual(['copy-button', 'whatsapp', 'email'])
    expect(served?.getAttribute('channels')).toBe('whatsapp email')
    await app.unmount()
    expect(bars()).toEqual([])
  })

  it('makes itself in a page that the browser has made', async () => {
    const app = await mount({ bar: WITH_MORE })
    expect(readChannels()).toEqual(['copy-button', 'whatsapp', 'email'])
    expect(find('share-bar details [data-channel=telegram]')?.textContent).toContain('Telegram')
    expect(find('share-bar small')?.textContent).toBe(fr.tagNote)
    expect(bars()[0]?.hasAttribute('names')).toBe(true)
    expect(bars()[0]?.className).toBe('wide')
    await app.unmount()
  })

  it('takes the URL of the page where none is given', async () => {
    const app = await mount({ bar: { channels: [whatsapp], languages: [en] } })
    expect(find('share-bar a')?.getAttribute('href')).toContain(
      encodeURIComponent('https://journal.example/a?x=1'),
    )
    await app.unmount()
  })

  it('shows its own channels, whatever other bars of the page have', async () => {
    const app = await mount({ bar: { channels: [facebook, line], languages: [en], url } })
    expect(readChannels()).toEqual(['copy-button', 'facebook', 'line'])
    await app.unmount()
  })

  it('stays the same element when its props change, and shows the change', async () => {
    const app = await mount({ bar: BAR })
    const before = bars()
    await app.update({ bar: { ...BAR } })
    expect(bars()).toEqual(before)
    const other = { ...BAR, url: 'https://journal.example/b', channels: [email, telegram] }
    await app.update({ bar: { ...other, languages: [en], names: true } })
    expect(bars()).toEqual(before)
    expect(readChannels()).toEqual(['copy-button', 'email', 'telegram'])
    expect(find('share-bar [data-channel=telegram]')?.getAttribute('href')).toContain('%2Fb')
    const [bar] = before
    expect([bar?.lang, bar?.getAttribute('aria-label'), bar?.hasAttribute('names')]).toEqual([
      'en',
      'Share',
      true,
    ])
    await app.update({ bar: { ...other, names: false, text: undefined } })
    expect([bar?.hasAttribute('names'), bar?.hasAttribute('text')]).toEqual([false, false])
    await app.unmount()
  })

  it('stays as it is in the page of a server when the application renders anew', async () => {
    place(html)
    const app = await hydrate({ bar: BAR })
    const links = [...document.querySelectorAll('share-bar > *')]
    await app.update({ bar: { ...BAR } })
    expect([...document.querySelectorAll('share-bar > *')]).toEqual(links)
    await app.update({ bar: { ...BAR, url: 'https://journal.example/b' } })
    expect(find('share-bar [data-channel=whatsapp]')?.getAttribute('href')).toContain('%2Fb')
    expect(readChannels()).toEqual(['copy-button', 'whatsapp', 'email'])
    await app.unmount()
  })

  it('changes its language and its channels, also where the server has written links', async () => {
    const both = { ...WITH_MORE, languages: [fr, en], lang: 'fr' }
    place(htmlWithMore)
    const app = await hydrate({ bar: both })
    const before = bars()
    await app.update({ bar: { ...both, lang: 'en' } })
    expect(bars()).toEqual(before)
    expect(find('share-bar [data-channel=whatsapp]')?.textContent).toContain('Share on')
    expect(find('share-bar summary')?.textContent).toBe(en.more)
    expect(readChannels()).toEqual(['copy-button', 'whatsapp', 'email'])
    await app.update({ bar: { ...both, lang: 'en', channels: [telegram], more: [] } })
    expect(readChannels()).toEqual(['copy-button', 'telegram'])
    expect(find('share-bar details')).toBeNull()
    await app.unmount()
  })
}

// @vitest-environment happy-dom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allParts } from '../../../src/share-bar/allParts.js'
import { ar, en, fr } from '../../../src/share-bar/labels.js'
import { email, messenger, sms, whatsapp } from '../../../src/share-bar/privateChannels.js'
import { facebook, linkedin } from '../../../src/share-bar/publicChannels.js'
import { renderShareBar } from '../../../src/share-bar/renderShareBar.js'
import { renderShareLinks } from '../../../src/share-bar/renderShareLinks.js'
import type { ShareChannel } from '../../../src/share-bar/shareChannel.js'
import { wechat } from '../../../src/share-bar/wechat.js'

const url = 'https://journal.example/a?x=1&y=2'
const encoded = encodeURIComponent(url)

/** The markup as a browser reads it. */
function parse(html: string): Element {
  const { body } = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html')
  const [bar, ...more] = body.children
  expect(more).toEqual([])
  expect(body.childNodes).toHaveLength(1)
  if (!bar) return expect.unreachable('no bar')
  return bar
}

const readAttributes = (element: Element): Record<string, string> =>
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]))

describe('renderShareBar', () => {
  it('writes an element that says the same as its attributes, and links that work', () => {
    const bar = parse(
      renderShareBar({
        channels: [whatsapp, email],
        more: [facebook],
        languages: [en, fr],
        lang: 'fr-CA',
        url,
        text: 'Le port',
        names: true,
      }),
    )
    expect(bar.tagName).toBe('SHARE-BAR')
    expect(readAttributes(bar)).toEqual({
      role: 'group',
      'aria-label': 'Partager',
      lang: 'fr',
      dir: 'ltr',
      url,
      text: 'Le port',
      channels: 'whatsapp email',
      more: 'facebook',
      names: '',
    })
    const [chat, mail, more] = bar.children
    expect(readAttributes(chat ?? bar)).toEqual({
      href: `https://wa.me/?text=Le%20port%20${encoded}`,
      'data-channel': 'whatsapp',
      target: '_blank',
      rel: 'nofollow noreferrer',
    })
    expect(chat?.textContent).toBe('Partager sur WhatsApp (nouvelle fenêtre)')
    expect(mail?.getAttribute('href')).toMatch(/^mailto:\?subject=Le%20port&body=/)
    // A mail program would leave a window of its own empty.
    expect(mail?.hasAttribute('target')).toBe(false)
    expect(more?.tagName).toBe('DETAILS')
    expect(more?.querySelector('summary')?.textContent).toBe('Autres moyens de partager')
    expect(more?.querySelectorAll('a')).toHaveLength(1)
  })

  it('leaves out what needs a script, and what needs an app id', () => {
    const html = renderShareLinks({ channels: [wechat, messenger], languages: [en], url })
    const links = [...parse(`<p>${html}</p>`).children]
    expect(links.map((link) => link.getAttribute('data-pointer'))).toEqual(['coarse'])
    const both = renderShareLinks({ channels: [messenger], languages: [en], url, appId: '1' })
    expect([...parse(`<p>${both}</p>`).children]).toHaveLength(2)
  })

  it('writes text messages for phones alone', () => {
    const [link] = parse(
      `<p>${renderShareLinks({ channels: [sms], languages: [en], url })}</p>`,
    ).children
    expect(link?.getAttribute('href')).toMatch(/^sms:/)
    expect(link?.getAttribute('data-pointer')).toBe('coarse')
  })

  it('marks names that icons do not tell, tells of the tag, and turns round', () => {
    const bar = parse(
      renderShareBar({ channels: [linkedin], languages: [en, ar], lang: 'ar', url, note: true }),
    )
    expect(bar.getAttribute('dir')).toBe('rtl')
    expect(bar.querySelector('a')?.hasAttribute('data-named')).toBe(true)
    expect(bar.querySelector('small')?.textContent).toBe(ar.tagNote)
  })

  it('gives a URL that is no address of a page to no channel', () => {
    const plain: ShareChannel = {
      channel: 'custom1',
      name: 'Board',
      icon: 'M0 0h1v1z',
      link: (page) => page.url,
    }
    for (const evil of [
      'javascript:alert(1)',
      'java\tscript:alert(1)',
      ' data:text/html,x',
      'vbscript:x',
    ])
      expect(
        renderShareLinks({ channels: [whatsapp, plain], languages: [en], url: evil }).toLowerCase(),
      ).not.toMatch(/script|data:/)
  })

  it('does without halves of characters, which a cut title may have', () => {
    const html = renderShareLinks({
      channels: [whatsapp],
      languages: [en],
      url,
      text: 'a \ud83d b',
    })
    expect(html).toContain('?text=a%20%20b%20https')
  })

  it('is the same string for the same options', () => {
    const options = { ...allParts(wechat), url, text: 'a' }
    expect(renderShareBar(options)).toBe(renderShareBar(options))
  })
})

/** Texts that want to be markup, among all others. */
const evils = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '"',
        "'",
        '>',
        '<',
        '&',
        '&quot;',
        '&#34;',
        '`',
        '=',
        ' ',
        '\n',
        '</a>',
        '<!--',
        ']]>',
        '<script>alert(1)</script>',
        'onclick=alert(1)',
        '" autofocus onfocus="alert(1)',
        'javascript:alert(1)',
        '</share-bar>',
        '$&',
        '$`',
        '{name}',
      ),
    )
    .map((parts) => parts.join('')),
)
/** HTML has none of these, whoever writes it, and reads line ends as one. A half of a character is left out. */
const texts = evils.map((text) => text.replace(/[\0\r]|\p{Cs}/gu, ''))

describe('whatever the text, the URL, the app id and the labels are', () => {
  const parts = allParts(wechat)
  const shape = (root: Element): unknown[] =>
    [...root.querySelectorAll('*')].map((each) => [
      each.tagName,
      ...[...each.attributes].map(({ name }) => name),
    ])
  const calm = parse(renderShareBar({ ...parts, url, text: 'a', appId: '1', note: true }))

  it('the markup has the same elements and attributes, and gives the same words back', () => {
    fc.assert(
      fc.property(texts, texts, texts, (text, tail, word) => {
        const evilUrl = `https://journal.example/${tail}`
        const languages = [{ ...en, share: word, more: word, tagNote: word }]
        const html = renderShareBar({
          ...parts,
          languages,
          url: evilUrl,
          text,
          appId: `1${text}`,
          note: true,
        })
        const bar = parse(html)
        expect(shape(bar)).toEqual(shape(calm))
        expect(bar.getAttribute('text')).toBe(text)
        expect(bar.getAttribute('url')).toBe(evilUrl)
        expect(bar.getAttribute('aria-label')).toBe(word)
        expect(bar.querySelector('small')?.textContent).toBe(word)
        const schemes = [...bar.querySelectorAll('a')].map((link) => new URL(link.href).protocol)
        expect(new Set(schemes)).toEqual(
          new Set(['https:', 'mailto:', 'sms:', 'viber:', 'threema:', 'fb-messenger:']),
        )
        const chat = bar.querySelector('[data-channel=whatsapp]')
        const said = new URL(chat?.getAttribute('href') ?? '').searchParams.get('text')
        expect(said).toBe(text ? `${text} ${evilUrl}` : evilUrl)
      }),
      { numRuns: 150 },
    )
  })
})

import { describe, expect, it } from 'vitest'
import { realUrl } from '../../../src/url/realUrl.js'

const hosts = [
  'journal.example',
  'www.my-journal.example',
  'xn--mnchen-3ya.example',
  'cn-sec.example',
]

describe('realUrl', () => {
  it.each([
    // Google's translator.
    [
      'https://journal-example.translate.goog/a?_x_tr_sl=fr&_x_tr_tl=en&_x_tr_hl=en',
      'https://journal.example/a',
    ],
    [
      'https://journal-example.translate.goog/a?x=1&_x_tr_sl=fr&y=%C3%A9#top',
      'https://journal.example/a?x=1&y=%C3%A9#top',
    ],
    [
      'https://journal-example.translate.goog/?_x_tr_sch=http&_x_tr_sl=fr&x=1',
      'http://journal.example/?x=1',
    ],
    ['http://journal-example.translate.goog:8080/a#top', 'https://journal.example/a#top'],
    ['https://www-my--journal-example.translate.goog/', 'https://www.my-journal.example/'],
    [
      'https://0-mnchen--3ya-example.translate.goog/a?_x_tr_enc=0',
      'https://xn--mnchen-3ya.example/a',
    ],
    ['https://1-cn--sec-example.translate.goog/a?_x_tr_enc=1', 'https://cn-sec.example/a'],
    // AMP caches.
    [
      'https://journal-example.cdn.ampproject.org/c/s/journal.example/a?x=1',
      'https://journal.example/a?x=1',
    ],
    [
      'https://journal-example.cdn.ampproject.org/v/s/journal.example/a?amp_js_v=0.1&usqp=mq331#a',
      'https://journal.example/a#a',
    ],
    ['https://journal-example.bing-amp.com/c/s/journal.example', 'https://journal.example'],
    // Archives, and what else has the whole URL in its path.
    [
      'https://web.archive.org/web/20261126080000/https://journal.example/a?b=1#c',
      'https://journal.example/a?b=1#c',
    ],
    ['https://web.archive.org/web/2026if_/http://journal.example/a', 'http://journal.example/a'],
    ['https://web.archive.org/web/2026/https:/journal.example/a', 'https://journal.example/a'],
    [
      'https://web.archive.org/web/2026/https://journal.example/to/journal.example/b',
      'https://journal.example/to/journal.example/b',
    ],
    [
      'https://translated.example/proxy_u/fr-en.en/https/journal.example/a',
      'https://journal.example/a',
    ],
  ])('finds behind %s the page %s', (href, real) => {
    expect(realUrl(href, hosts)).toBe(real)
  })

  it.each([
    'https://journal.example/a?_x_tr_sl=fr',
    'https://other.example/a?u=https://journal.example/b',
    'https://other.example/journal.example.org/b',
    'https://other-example.translate.goog/a?_x_tr_sl=fr',
    'https://web.archive.org/web/2026/https://other.example/journal',
    'https://web.archive.org/web/2026*/journal.example*',
    'about:blank',
  ])('leaves %s as it is', (href) => {
    expect(realUrl(href, hosts)).toBe(href)
  })
})

import { describe, expect, it } from 'vitest'
import { detect } from '../../../src/url/detect.js'

const T = 'jj17jrxfr3m34'
const OTHER = 'g0gc6vye2xp5e'
const content = { token: T, channel: 'whatsapp', depth: 2 }

describe('detect', () => {
  it.each([
    `https://journal.example/a?dks=${T}`,
    `https://journal.example/a?x=1&dks=${T}&y=2#top`,
    `/a?dks=${OTHER}&dks=${T}`,
    `/a?dks=${T}&dks=damaged`,
  ])('finds the token as written in %s', (href) => {
    expect(detect(href)).toEqual({ ...content, repaired: false })
  })

  it.each([
    `https://journal.example/a?dks=${T}.`,
    `https://journal.example/a?dks=${T.toUpperCase()}`,
    `https://journal.example/a#dks=${T}`,
    `https://journal.example/#/route?dks=${T}`,
    `https://journal.example/a?x=1&amp;dks=${T}`,
    `https://mail.example/?u=https%3A%2F%2Fjournal.example%2Fa%3Fdks%3D${T}`,
    `https://mail.example/?u=https%253A%252F%252Fjournal.example%252Fa%253Fdks%253D${T}`,
    // In the query, but of another parameter.
    `https://journal.example/a?x=1?dks=${T}`,
    `/a&dks=${T}`,
    `dks=${T}`,
  ])('finds and marks as repaired %s', (href) => {
    expect(detect(href)).toEqual({ ...content, repaired: true })
  })

  it.each([
    '',
    '/a',
    '/a?dks=',
    '/a?dks=summer2026',
    `/a?dks=${T.slice(0, -1)}`,
    `/a?dks=${T}0`,
    `/a?mydks=${T}`,
    `/a?my-dks=${T}`,
    `/a?x=${T}`,
    `/dks/${T}`,
    `/a?dks=Jj17jrxfr3m34`,
    '/a?dks=%',
  ])('finds nothing in %s', (href) => {
    expect(detect(href)).toBeUndefined()
  })

  it.each([
    // Mail gateways.
    `https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fjournal.example%2Fa%3Fdks%3D${T}&data=05%7C01%7C&reserved=0`,
    `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=https%3A%2F%2Fjournal.example%2Fa%3Fdks%3D${T}&locale=en-us`,
    `https://urldefense.proofpoint.com/v2/url?u=https-3A__journal.example_a-3Fx-3D1-26dks-3D${T}&d=DwMFaQ&c=x`,
    `https://urldefense.proofpoint.com/v2/url?u=https-3A__journal.example_a-3Fdks-3D${T}-23top&d=DwMFaQ`,
    `https://urldefense.com/v3/__https://journal.example/a?dks=${T}__;!!AbC!xyz$`,
    `https://urldefense.com/v3/__https://journal.example/a?dks=${T}*top__;Iw!!AbC!xyz$`,
    `https://protect-eu.mimecast.com/s/AbCdEf?domain=journal.example&url=https%3A%2F%2Fjournal.example%2Fa%3Fdks%3D${T}`,
    `https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fjournal.example%2fa%3fdks%3d${T}&c=E,1,aBc&typo=1`,
    `https://secure-web.cisco.com/1AbC/https%3A%2F%2Fjournal.example%2Fa%3Fdks%3D${T}`,
    // Redirects of networks and search engines.
    `https://l.facebook.com/l.php?u=https%3A%2F%2Fjournal.example%2Fa%3Fdks%3D${T}%26fbclid%3DIwAR0&h=AT0`,
    `https://slack-redir.net/link?url=https%3A%2F%2Fjournal.example%2Fa%3Fdks%3D${T}`,
    `https://www.google.com/url?q=https://journal.example/a%3Fdks%3D${T}&sa=D&ust=1`,
    `https://vk.com/away.php?to=https%3A%2F%2Fjournal.example%2Fa%3Fdks%3D${T}&post=-1_2`,
    // Copies out of data and source code.
    `https://journal.example/a?x=1\\u0026dks=${T}`,
    `https://journal.example/a?x=1\\u0026dks\\u003d${T}\\u0026y=2`,
    `https://journal.example/a?x=1%5Cu0026dks=${T}`,
    `https:\\/\\/journal.example\\/a?x=1\\x26dks\\x3d${T}`,
    `https://journal.example/a?x=1%u0026dks%u003D${T}`,
    `https://journal.example/a?x=1&ampdks=${T}`,
    `[a](https://journal.example/a?dks=${T})`,
    `[url=https://journal.example/a?dks=${T}]a[/url]`,
    `<a href="https://journal.example/a?x=1&amp;dks=${T}">a</a>`,
    `*https://journal.example/a?dks=${T}*`,
    `https://journal\\.example/a?dks\\=${T}`,
    // Mail: quoted-printable, soft line breaks.
    `https://journal.example/a=3Fx=3D1=26dks=3D${T}`,
    `https://journal.example/a?dks=3D${T.slice(0, 4)}=\r\n${T.slice(4)}`,
    // A browser has taken the line break out of the soft one.
    `https://journal.example/a?dks=3D${T.slice(0, 4)}=${T.slice(4)}`,
    `https://journal.example/a?dks+=+${T}`,
    `https://journal.example/a?dks=&quot;${T}&quot;`,
    // A browser has made slashes of backslashes.
    `https://journal.example/a/u003fdks\\u003d${T}`,
    `https://journal.example/a?dks=${T}™`,
    // What people write right behind it.
    `https://journal.example/a?dks=${T}.Read`,
    `https://journal.example/a?dks=${T}。请看`,
    `https://journal.example/a?dks=${T}请看`,
    `https://journal.example/a?dks=${T}😀`,
    `https://journal.example/a?dks=${T}%F0%9F%98%80ok`,
    `https://journal.example/a?dks=${T}\nhttps://journal.example/b`,
    `https://xn--bcher-kva.example/%E6%97%A5?dks=${T}%E3%80%82`,
    `HTTPS://JOURNAL.EXAMPLE/A?X=1&DKS=${T.toUpperCase()}`,
  ])('takes back what was done to %s', (href) => {
    expect(detect(href)).toMatchObject({ token: T, repaired: true })
    expect(detect(encodeURIComponent(href))).toMatchObject({ token: T, repaired: true })
  })

  it.each([
    // Its end cannot be told.
    `/a?dks=${T}Read`,
    `/a?dks=${T}https://journal.example/`,
    `/a?dks=${T}-b`,
    `/a?dks=${T}_b`,
    // Another parameter.
    `/a?st.dks=${T}`,
    `/a?_dks=${T}`,
    `/a?édks=${T}`,
    `/a?dks[]=${T}`,
    // Spaces, hyphens and slashes may join what never was one.
    `/a?dks=${T.slice(0, 6)}%20${T.slice(6)}`,
    `/a?dks=${T.slice(0, 6)}-${T.slice(6)}`,
  ])('refuses %s', (href) => {
    expect(detect(href)).toBeUndefined()
    expect(detect(encodeURIComponent(href))).toBeUndefined()
  })

  it('prefers the plain query to what is wrapped in it', () => {
    const wrapped = encodeURIComponent(`https://journal.example/b?dks=${OTHER}`)
    expect(detect(`/login?dks=${T}&next=${wrapped}`)).toEqual({ ...content, repaired: false })
    expect(detect(`/login?next=${wrapped}`)).toMatchObject({ token: OTHER, repaired: true })
  })

  it('looks for another parameter name', () => {
    expect(detect(`/a?vb=${T}`, { param: 'vb' })).toEqual({ ...content, repaired: false })
    expect(detect(`/a?dks=${T}`, { param: 'vb' })).toBeUndefined()
  })

  it('does not look at more than 8,192 characters', () => {
    const rest = `?dks=${T}`
    expect(detect('/'.padEnd(8192 - rest.length, 'a') + rest)?.token).toBe(T)
    expect(detect('/'.padEnd(8193 - rest.length, 'a') + rest)).toBeUndefined()
  })
})

// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import type { AparteEvent } from '../../src/event/events.js'
import type { Extension } from '../../src/extension.js'
import { copy } from '../../src/page/copy.js'
import { mintToken } from '../../src/token/mintToken.js'
import { readToken } from '../../src/token/readToken.js'
import type { Tracker } from '../../src/surface.js'
import { createTracker } from '../../src/tracker.js'
import { detect } from '../../src/url/detect.js'
import { PAGE, stageTracker } from './stageTracker.js'

const stage = stageTracker()
const { start, load, received } = stage

describe('the tracker', () => {
  it('starts where the page has put something else in place of what browsers offer', async () => {
    vi.stubGlobal('requestIdleCallback', (run: () => void) => run())
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{} as PerformanceEntry])
    const tracker = start({ consent: 'granted' })
    expect(await received(tracker)).toMatchObject([{ type: 'view' }])
    expect(sessionStorage.getItem('aparte.dks.in')).toBe('-')
    expect(stage.errors).toEqual([])
  })

  it('knows the last thousand tokens of a page again, however many it asks for', () => {
    const tracker = start()
    const first = tracker.share('whatsapp')
    expect(tracker.share('whatsapp', first)).toBe(first)
    for (let n = 0; n < 1000; n++) tracker.share('whatsapp')
    expect(tracker.share('whatsapp', first)).not.toBe(first)
  })

  it('tells of what found no room once there is some, and the reader leaves before', async () => {
    const onDrop = vi.fn<(event: { type: string }, why: string) => void>()
    vi.stubGlobal('fetch', async () => new Response('', { status: 500 }))
    const tracker = start({ consent: 'granted', onDrop })
    for (let n = 0; n < 250; n++) tracker.convert('x')
    window.dispatchEvent(new Event('pagehide'))
    const stored = Object.values({ ...localStorage }).map(String)
    const losses = stored
      .filter((value) => value.includes('"lost"'))
      .map((value) => JSON.parse(value))
    const drops = onDrop.mock.calls.length
    // The view of the load is dropped too, when the page is hidden.
    expect(losses).toMatchObject([{ type: 'lost', why: 'full', count: drops }])
    expect(onDrop.mock.calls.every(([{ type }]) => type !== 'lost')).toBe(true)
  })

  it('counts a view of a load without a token', async () => {
    expect(await received(start())).toMatchObject([
      { type: 'view', navigation: 'navigate', entry: true, page: 'https://journal.example/a' },
    ])
  })

  it('counts a landing of a load with one, knows it at once, and replays it to late listeners', async () => {
    const token = mintToken('whatsapp', 2)
    load(`${PAGE}&dks=${token}`)
    const tracker = start()
    const came = { token, channel: 'whatsapp', kind: 'private', depth: 2, repaired: false }
    expect(tracker.landing).toEqual(came)
    const [landing] = await received(tracker)
    expect(landing).toMatchObject({ type: 'landing', ...came })
    const heard: AparteEvent[] = []
    tracker.on('landing', (event) => heard.push(event))
    expect(heard).toEqual([landing])
  })

  it('decorates and records a share of this page, of another, and of no foreign one', async () => {
    const tracker = start()
    const url = tracker.share('whatsapp')
    const other = tracker.share('email', '/b#top')
    const { token } = detect(url) ?? {}
    expect(url).toBe(`${PAGE}&dks=${token}`)
    expect(detect(other)?.channel).toBe('email')
    expect(tracker.share('sms', 'https://other.example/')).toBe('https://other.example/')
    const shares = (await received(tracker)).filter(({ type }) => type === 'share')
    expect(shares).toMatchObject([
      { token, channel: 'whatsapp', kind: 'private', gesture: 'api', depth: 1, certain: true },
      { channel: 'email', target: 'https://journal.example/b' },
    ])
    expect(shares[0]).not.toHaveProperty('target')
  })

  it('gives the URL of a QR code, and records it as one', async () => {
    const tracker = start()
    expect(detect(tracker.share('qr'))?.channel).toBe('qr')
    const share = (await received(tracker)).find(({ type }) => type === 'share')
    expect(share).toMatchObject({ channel: 'qr', kind: 'blind', gesture: 'api', certain: true })
  })

  it('counts what it had to give up, and tells the site', async () => {
    const drops: string[] = []
    const tracker = start({ onDrop: ({ type }, why) => drops.push(`${type} ${why}`) })
    await received(tracker)
    for (let n = 0; n < 205; n++) tracker.convert('read')
    const lost = (await received(tracker)).filter(({ type }) => type === 'lost')
    expect(lost).toMatchObject([{ count: 5, why: 'full' }])
    expect(drops).toEqual(Array.from({ length: 5 }, () => 'convert full'))
  })

  it('leaves a URL alone that carries a token minted on this page', () => {
    const tracker = start()
    const url = tracker.share('whatsapp')
    expect(tracker.share('copy', url)).toBe(url)
  })

  it('gives a share the landing as its parent, and one depth more', async () => {
    for (const [depth, next] of [
      [0, 0],
      [1, 2],
      [6, 7],
      [7, 7],
    ] as const) {
      const parent = mintToken('copy', depth)
      load(`${PAGE}&dks=${parent}`)
      stage.bodies = []
      const tracker = start()
      const token = detect(tracker.share('email'))?.token ?? ''
      expect(readToken(token)?.depth).toBe(next)
      expect((await received(tracker)).find(({ type }) => type === 'share')).toMatchObject({
        depth: next,
        parent,
      })
    }
  })

  it('names no parent with chain: false', async () => {
    load(`${PAGE}&dks=${mintToken('copy', 1)}`)
    const tracker = start({ chain: false })
    tracker.share('email')
    const share = (await received(tracker)).find(({ type }) => type === 'share')
    expect(share).toMatchObject({ depth: 2 })
    expect(share).not.toHaveProperty('parent')
  })

  it('records goals with the token that the reader came by, and money where it is granted', async () => {
    const token = mintToken('sms', 1)
    load(`${PAGE}&dks=${token}`)
    const tracker = start({ consent: 'granted' })
    tracker.convert('subscribe', { value: 12, currency: 'EUR', key: 1234 })
    await received(tracker)
    tracker.consent('cookieless')
    tracker.convert('subscribe', { value: 12, currency: 'EUR' })
    const goals = (await received(tracker)).filter(({ type }) => type === 'convert')
    expect(goals).toMatchObject([
      {
        name: 'subscribe',
        value: 12,
        currency: 'EUR',
        key: '1234',
        token,
        channel: 'sms',
        depth: 1,
      },
      { name: 'subscribe', mode: 'cookieless' },
    ])
    expect(goals[1]).not.toHaveProperty('value')
  })

  it('reports wrong calls, and does the safe thing', async () => {
    const tracker = start()
    // @ts-expect-error: the type refuses it too
    expect(tracker.share('fax', PAGE)).toBe(PAGE)
    tracker.convert('')
    tracker.convert('a'.repeat(101))
    tracker.convert('buy', { value: 12 })
    tracker.convert('buy', { value: Infinity, currency: 'EUR' })
    tracker.convert('buy', { currency: 'euro' })
    expect(stage.errors.map(({ code }) => code)).toEqual(Array.from({ length: 6 }, () => 'usage'))
    const goals = (await received(tracker)).filter(({ type }) => type === 'convert')
    expect(goals).toHaveLength(3)
    for (const goal of goals) expect(goal).not.toHaveProperty('value')
  })

  it('tells the site of an extension that begins a share of no channel', () => {
    const begun: unknown[] = []
    const fax: Extension = ({ begin }) => {
      // @ts-expect-error: the type refuses it too
      begun.push(begin('api', 'fax'))
      return () => {}
    }
    start({ use: [fax] })
    expect(begun).toEqual([undefined])
    expect(stage.errors.map(({ code }) => code)).toEqual(['usage'])
  })

  it('while consent is denied sends nothing, mints nothing and tells of no landing', async () => {
    load(`${PAGE}&dks=${mintToken('copy', 1)}`)
    const tracker = start({ consent: 'denied' })
    expect(tracker.landing).toBeUndefined()
    expect(tracker.share('email', PAGE)).toBe(PAGE)
    tracker.convert('subscribe')
    expect(await received(tracker)).toEqual([])
  })

  it('counts the landing once consent is given', async () => {
    load(`${PAGE}&dks=${mintToken('copy', 1)}`)
    const tracker = start({ consent: 'denied' })
    await vi.advanceTimersByTimeAsync(3000)
    tracker.consent('cookieless')
    tracker.consent('granted')
    expect((await received(tracker)).map(({ type }) => type)).toEqual(['landing'])
  })

  it('sends nothing of excluded pages, and decorates no URL of theirs', async () => {
    load('https://journal.example/account/7')
    const tracker = start({ exclude: ['/account/*'] })
    expect(tracker.share('email')).toBe('https://journal.example/account/7')
    expect(tracker.share('email', '/a')).toBe('/a')
    expect(await received(tracker)).toEqual([])
  })

  it('is one on a page: the second is inert and says so', async () => {
    const first = start()
    const second = start()
    expect(stage.errors).toMatchObject([{ code: 'already-running' }])
    expect(second.share('email', PAGE)).toBe(PAGE)
    expect(await received(first)).toHaveLength(1)
    expect(start({ param: 'vb' }).share('email', PAGE)).toContain('vb=')
  })

  it('counts the load once, also when it is stopped and started again', async () => {
    const first = start()
    await received(first)
    first.stop()
    const second = start()
    expect((await received(second)).map(({ type }) => type)).toEqual(['view'])
  })

  it('catches what listeners and extensions throw, and reports it', async () => {
    const tracker = start({
      use: [
        () => {
          throw new Error('extension')
        },
      ],
    })
    tracker.on('view', () => {
      throw new Error('listener')
    })
    await received(tracker)
    expect(stage.errors).toMatchObject([
      { code: 'page', cause: new Error('extension') },
      { code: 'listener', cause: new Error('listener') },
    ])
  })

  it('does not stumble over an onError that throws', () => {
    const onError = (): never => {
      throw new Error('onError')
    }
    start()
    expect(() => start({ onError })).not.toThrow()
  })

  it('leaves no patched method behind', () => {
    const methods = (): unknown[] => [
      Object.getOwnPropertyDescriptor(Document.prototype, 'execCommand')?.value,
      Object.getOwnPropertyDescriptor(History.prototype, 'pushState')?.value,
      Object.getOwnPropertyDescriptor(History.prototype, 'replaceState')?.value,
    ]
    const before = methods()
    const tracker = start({ gestures: [copy()] })
    expect(methods()).not.toEqual(before)
    tracker.stop()
    expect(methods()).toEqual(before)
  })

  it('does nothing any more once it is stopped, whatever its extensions return', async () => {
    // @ts-expect-error: an extension has to return a function
    const tracker = start({ use: [() => 'no function', () => undefined] })
    await received(tracker)
    stage.bodies = []
    tracker.stop()
    tracker.convert('subscribe')
    tracker.consent('granted')
    expect(tracker.share('email', PAGE)).toBe(PAGE)
    expect(tracker.landing).toBeUndefined()
    expect(await received(tracker)).toEqual([])
    expect(start().share('email', PAGE)).toContain('dks=')
  })

  it('throws from none of its methods', async () => {
    const tracker = start()
    const wrong: [keyof Tracker, unknown[]][] = [
      ['consent', [{ toString: null }]],
      ['consent', [Symbol('mode')]],
      ['consent', []],
      ['consent', ['cookieless']],
      ['convert', []],
      ['convert', [5]],
      ['convert', [Symbol('name')]],
      ['convert', ['a', null]],
      ['convert', ['a', { key: { toString: null } }]],
      ['share', [Symbol('channel')]],
      ['share', ['email', Symbol('url')]],
      ['share', []],
    ]
    for (const [name, args] of wrong)
      expect(() => Reflect.apply(tracker[name] as () => void, tracker, args)).not.toThrow()
    tracker.convert('a', { key: 0 })
    const goals = (await received(tracker)).filter(({ type }) => type === 'convert')
    expect(goals.map((goal) => [goal.type === 'convert' && goal.name, 'key' in goal])).toEqual([
      ['a', false],
      ['a', true],
    ])
  })

  it('replays nothing after a refusal', async () => {
    const tracker = start()
    await received(tracker)
    tracker.consent('denied')
    tracker.on('view', () => expect.unreachable())
    expect(stage.errors).toEqual([])
  })

  it('sends no orphans from an excluded page', async () => {
    const at = Date.now() - 60_000
    localStorage.setItem('aparte.dks.e.orphan', JSON.stringify({ id: 'orphan', at }))
    load('https://journal.example/account/7')
    expect(await received(start({ consent: 'granted', exclude: ['/account/'] }))).toEqual([])
    expect(stage.bodies).toEqual([])
  })

  it('takes hosts as people write them', () => {
    const tracker = start({ site: 'Journal.Example', domains: ['münchen.example'] })
    expect(tracker.share('email', 'https://journal.example/a')).toContain('dks=')
    expect(tracker.share('email', 'https://xn--mnchen-3ya.example/')).toContain('dks=')
  })

  it('counts a click inside the site as no entry where the canonical host is another', async () => {
    document.head.innerHTML = '<link rel="canonical" href="https://www.journal.example/a">'
    vi.spyOn(document, 'referrer', 'get').mockReturnValue('https://journal.example/b')
    const [view] = await received(start())
    document.head.innerHTML = ''
    vi.restoreAllMocks()
    expect(view).toMatchObject({ type: 'view', entry: false })
    expect(view).not.toHaveProperty('referrerHost')
  })

  it('sends the view of a page that is hidden at once in that moment', async () => {
    const tracker = start()
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    window.dispatchEvent(new Event('visibilitychange'))
    expect(stage.bodies).toHaveLength(1)
    expect(stage.bodies[0]).toContain('"view"')
    vi.restoreAllMocks()
    tracker.stop()
  })

  it('counts a load that was left for an excluded page before it was idle, once the reader is back', async () => {
    const token = mintToken('sms', 1)
    load(`${PAGE}&dks=${token}`)
    const tracker = start({ exclude: ['/account/'] })
    history.pushState(null, '', '/account/7')
    expect(await received(tracker)).toEqual([])
    history.pushState(null, '', '/b')
    expect(await received(tracker)).toMatchObject([
      { type: 'landing', token, page: 'https://journal.example/a' },
      { type: 'view', navigation: 'route', page: 'https://journal.example/b' },
    ])
  })

  it('sends the views of an application that was entered on an excluded page', async () => {
    load('https://journal.example/account/7')
    const tracker = start({ exclude: ['/account/'] })
    await received(tracker)
    history.pushState(null, '', '/b')
    expect(await received(tracker)).toMatchObject([{ type: 'view', navigation: 'route' }])
  })

  it('tells of evidence of a person once, also when it is stopped and started again', async () => {
    const press = (): void => {
      const event = new KeyboardEvent('keydown')
      Object.defineProperty(event, 'isTrusted', { value: true })
      window.dispatchEvent(event)
    }
    const first = start()
    await received(first)
    first.stop()
    const second = start()
    press()
    await received(second)
    second.stop()
    const third = start()
    press()
    const sent = (await received(third)).filter(({ type }) => type === 'engage')
    expect(sent).toMatchObject([{ arrival: 'view', evidence: 'input' }])
  })

  it('puts evidence of a person that came before the load was counted at the time of the load', async () => {
    vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run, 500))
    const tracker = start()
    const event = new KeyboardEvent('keydown')
    Object.defineProperty(event, 'isTrusted', { value: true })
    window.dispatchEvent(event)
    const [view, engage] = await received(tracker)
    expect([view?.type, engage?.type]).toEqual(['view', 'engage'])
    expect(engage?.at).toBe(view?.at)
  })

  it('names click ids and campaigns of an arrival, and nothing else of its query', async () => {
    const query = '?fbclid=IwAR0secret&utm_source=letter&user=jane'
    load(`https://journal.example/a${query}`)
    const [view] = await received(start())
    expect(view).toMatchObject({ type: 'view', click: 'fbclid', campaign: 'letter' })
    load(`https://journal.example/a${query}&dks=${mintToken('sms', 1)}`)
    stage.bodies = []
    const [landing] = await received(start())
    expect(landing).toMatchObject({ type: 'landing', click: 'fbclid' })
    expect(stage.bodies.join()).not.toMatch(/IwAR|jane|"campaign"/)
  })

  it('is on the real page where a translator shows it', async () => {
    const token = mintToken('sms', 1)
    load(`https://journal-example.translate.goog/a?dks=${token}&_x_tr_sl=fr&_x_tr_tl=en`)
    const tracker = start({ site: 'journal.example', exclude: ['/account/'], endpoint: '/collect' })
    const shared = tracker.share('email')
    expect(shared).toBe(`https://journal.example/a?dks=${detect(shared)?.token}`)
    expect(tracker.share('sms', '/b?x=1&_x_tr_sl=fr')).toMatch(
      /^https:\/\/journal\.example\/b\?x=1&dks=\w{13}$/,
    )
    expect(tracker.share('sms', '/account/7')).toBe('/account/7')
    const archived = 'https://web.archive.org/web/2026/https://journal.example/b'
    expect(tracker.share('sms', archived)).toBe(archived)
    const events = await received(tracker)
    const page = 'https://journal.example/a'
    expect(events.find(({ type }) => type === 'landing')).toMatchObject({ token, page })
    expect(events.find(({ type }) => type === 'share')).toMatchObject({ page, parent: token })
    expect(stage.bodies[0]).toContain('"site":"journal.example"')
  })

  it('starts nothing where an option is wrong', () => {
    expect(() => createTracker({ endpoint: '/collect', param: 'copy' })).toThrow(/param/)
    expect(start().share('email', PAGE)).toContain('dks=')
    expect(stage.errors).toEqual([])
  })
})

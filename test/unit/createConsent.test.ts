// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import type { ConsentMode } from '../../src/consent/gate.js'
import type { AparteEvent, LostEvent } from '../../src/event/events.js'
import type { Extension, Host } from '../../src/extension.js'
import { mintToken } from '../../src/token/mintToken.js'
import type { Tracker } from '../../src/surface.js'
import { detect } from '../../src/url/detect.js'
import { PAGE, stageTracker } from './stageTracker.js'

const stage = stageTracker()
const { start, load, received } = stage

const MONEY = { value: 12, currency: 'EUR' }
const TOKEN = mintToken('whatsapp', 2)
const HERE = `${PAGE}&dks=${TOKEN}`

/** What lies on the device, one word for each kind: the outbox, the ring of own tokens, the landing of the tab. */
const stored = (): string => {
  const keys = [...Object.keys(localStorage), ...Object.keys(sessionStorage)]
  const kinds = keys.map((key) => /^aparte\.dks\.(e|own|in)/.exec(key)?.[1] ?? key)
  return [...new Set(kinds)].sort().join(' ')
}
/** What an earlier visit left, in mode granted. */
const leave = (): void => {
  const event = { id: 'x'.repeat(21), at: Date.now() - 60_000, type: 'convert', ...MONEY }
  localStorage.setItem(`aparte.dks.e.${event.id}`, JSON.stringify(event))
  localStorage.setItem('aparte.dks.own', ` ${mintToken('copy', 1)}`)
  sessionStorage.setItem('aparte.dks.in', TOKEN)
}
/** Nothing arrives, so that what is stored stays. */
const cutLine = (): void => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
}
/** Lets the page be seen, and be left alone for a while. */
const rest = (): Promise<unknown> => vi.advanceTimersByTimeAsync(3000)
const typesOf = (events: AparteEvent[]): string[] => events.map(({ type }) => type)
const goalsOf = (events: AparteEvent[]): AparteEvent[] =>
  events.filter(({ type }) => type === 'convert')
const hear = (tracker: Tracker): AparteEvent[] => {
  const heard: AparteEvent[] = []
  for (const type of ['landing', 'convert', 'share'] as const)
    tracker.on(type, (event) => heard.push(event))
  return heard
}

/** What each mode allows on the device. */
const ALLOWED: Record<ConsentMode, string> = {
  granted: 'e in own',
  exempt: 'e',
  cookieless: '',
  pending: '',
  denied: '',
}
const MODES = Object.keys(ALLOWED) as ConsentMode[] // its keys
const SWITCHES = MODES.flatMap((from) =>
  MODES.filter((to) => to !== from).map((to) => [from, to] as const),
)

describe('what a mode leaves on the device', () => {
  it.each(MODES)('is what it allows: %s', async (mode) => {
    cutLine()
    load(HERE)
    const tracker = start({ consent: mode })
    await rest()
    tracker.share('email')
    tracker.convert('subscribe', MONEY)
    expect(stored()).toBe(ALLOWED[mode])
  })

  it.each(SWITCHES)('is so in the task of a switch: from %s to %s', async (from, to) => {
    cutLine()
    load(HERE)
    const tracker = start({ consent: from })
    await rest()
    tracker.share('email')
    tracker.convert('subscribe', MONEY)
    tracker.consent(to)
    tracker.share('email')
    const atOnce = stored()
    expect(atOnce.split(' ').filter((kind) => !ALLOWED[to].includes(kind))).toEqual([])
    await rest()
    expect(stored()).toBe(ALLOWED[to])
    if (to !== 'granted') expect(JSON.stringify({ ...localStorage })).not.toContain('value')
  })

  it.each(MODES)(
    'is neither read nor deleted at the start where %s does not allow it',
    async (mode) => {
      cutLine()
      leave()
      const read = vi.spyOn(Storage.prototype, 'getItem')
      start({ consent: mode })
      await rest()
      expect(stored()).toBe('e in own')
      const names = read.mock.calls.map(([key]) => /^aparte\.dks\.(e|own|in)/.exec(key)?.[1] ?? key)
      const wanted = ALLOWED[mode].split(' ')
      expect(names.filter((name) => !wanted.includes(name))).toEqual([])
    },
  )

  it.each([
    ['cookieless', 'pending', 'e in own'],
    ['pending', 'pending', 'e in own'],
    ['pending', 'granted', 'e in own'],
    ['pending', 'exempt', 'e'],
    ['pending', 'cookieless', ''],
    ['pending', 'denied', ''],
    ['denied', 'cookieless', ''],
  ] as const)('where an earlier visit left something, from %s to %s is: %s', (from, to, left) => {
    leave()
    start({ consent: from }).consent(to)
    expect(stored()).toBe(left)
    expect(JSON.stringify({ ...localStorage }).includes('value')).toBe(left === 'e in own')
  })

  it('is not touched in the task of a grant, before the page was seen', () => {
    leave()
    const touch = vi.spyOn(window, 'localStorage', 'get')
    start({ consent: 'pending' }).consent('granted')
    expect(touch).not.toHaveBeenCalled()
  })

  it('is left alone on an excluded page, and deleted there after a step down', async () => {
    leave()
    load('https://journal.example/account/7')
    const touch = vi.spyOn(window, 'localStorage', 'get')
    const tracker = start({ consent: 'granted', exclude: ['/account/'] })
    await rest()
    tracker.share('email')
    tracker.convert('subscribe')
    expect(touch).not.toHaveBeenCalled()
    // Such as the page where a reader takes consent back.
    expect(tracker.tokens()).toHaveLength(1)
    tracker.consent('denied')
    expect(stored()).toBe('')
    expect(stage.bodies).toEqual([])
  })
})

describe('consent pending', () => {
  it('holds events, mints nothing and knows of no landing', async () => {
    load(HERE)
    let host: Host | undefined
    const take: Extension = (given) => {
      host = given
      return () => {}
    }
    const tracker = start({ consent: 'pending', use: [take] })
    const heard = hear(tracker)
    expect(tracker.share('email', PAGE)).toBe(PAGE)
    expect([host?.isOpen(), host?.begin('copy', 'copy')]).toEqual([false, undefined])
    tracker.convert('subscribe')
    window.dispatchEvent(new Event('pagehide'))
    expect(await received(tracker)).toEqual([])
    expect([tracker.landing, tracker.tokens(), heard]).toEqual([undefined, [], []])
  })

  it.each(['granted', 'exempt', 'cookieless'] as const)(
    'sends what it held once the answer is %s, in that mode, at its own time',
    async (mode) => {
      load(HERE)
      const tracker = start({ consent: 'pending' })
      const heard = hear(tracker)
      const from = Date.now()
      await rest()
      tracker.convert('subscribe', MONEY)
      const loaded = Date.now()
      await vi.advanceTimersByTimeAsync(60_000)
      tracker.consent(mode)
      expect(tracker.landing).toMatchObject({ token: TOKEN })
      const events = await received(tracker)
      expect(typesOf(events).sort()).toEqual(['convert', 'engage', 'landing'])
      for (const { at, mode: sent, type } of events) {
        expect(sent).toBe(mode)
        // Ten visible seconds are the evidence.
        expect(at - from).toBeLessThanOrEqual(type === 'engage' ? 11_000 : loaded - from)
      }
      const [goal] = goalsOf(events)
      expect(goal).toMatchObject({
        token: TOKEN,
        load: events.find((e) => e.type === 'landing')?.id,
      })
      expect(goal).toEqual(mode === 'granted' ? expect.objectContaining(MONEY) : goal)
      expect('value' in (goal ?? {})).toBe(mode === 'granted')
      // Listeners have heard of the same, the landing first.
      expect(heard).toEqual([events.find(({ type }) => type === 'landing'), goal])
    },
  )

  it('drops what it held on a refusal, without a trace', async () => {
    load(HERE)
    const tracker = start({ consent: 'pending' })
    const heard = hear(tracker)
    await rest()
    for (let n = 0; n < 210; n++) tracker.convert('subscribe', MONEY)
    tracker.consent('denied')
    await rest()
    tracker.consent('granted')
    // The load is counted in any case, once that is allowed.
    expect(typesOf(await received(tracker))).toEqual(['landing'])
    expect(typesOf(heard)).toEqual(['landing'])
  })

  it('holds 200 events of 8 KiB, counts the others, and tells the site of each', async () => {
    load(HERE)
    const drops: [AparteEvent, LostEvent['why']][] = []
    let host: Host | undefined
    const take: Extension = (given) => {
      host = given
      return () => {}
    }
    const onDrop = (event: AparteEvent, why: LostEvent['why']): void =>
      void drops.push([event, why])
    const tracker = start({ consent: 'pending', onDrop, use: [take] })
    await rest()
    host?.track({ type: 'x_big', data: { text: 'é'.repeat(4096) } })
    for (let n = 0; n < 250; n++) tracker.convert('subscribe', { key: n })
    expect(drops).toHaveLength(51)
    expect(drops.at(-1)).toMatchObject([{ type: 'convert', key: '249', mode: 'pending' }, 'full'])
    tracker.consent('cookieless')
    const events = await received(tracker)
    const goals = goalsOf(events)
    expect(goals.map((goal) => goal.type === 'convert' && goal.key)).toEqual(
      Array.from({ length: 200 }, (_, n) => String(n)),
    )
    expect(events.filter(({ type }) => type === 'lost')).toMatchObject([{ count: 51, why: 'full' }])
    expect(typesOf(events)).toContain('landing')
  })

  it('knows an own token on arrival once that may be looked up', async () => {
    localStorage.setItem('aparte.dks.own', ` ${TOKEN}`)
    load(HERE)
    const tracker = start({ consent: 'pending' })
    await rest()
    tracker.consent('granted')
    tracker.share('email')
    const events = await received(tracker)
    expect(events.find(({ type }) => type === 'landing')).toMatchObject({ own: true })
    expect(events.find(({ type }) => type === 'share')).not.toHaveProperty('parent')
  })

  it('holds what waits after it was granted, and what happens then, and sends each once', async () => {
    load(HERE)
    const tracker = start({ consent: 'granted' })
    await rest()
    const heard = hear(tracker)
    tracker.convert('first', MONEY)
    tracker.consent('pending')
    tracker.convert('second', MONEY)
    await rest()
    expect(goalsOf(await received(tracker))).toEqual([])
    tracker.consent('exempt')
    expect(stored()).toBe('e')
    const goals = goalsOf(await received(tracker))
    // The first keeps the mode in which it was made, and no value leaves that the reader does not allow now.
    expect(goals).toMatchObject([
      { name: 'first', mode: 'granted' },
      { name: 'second', mode: 'exempt' },
    ])
    for (const goal of goals) expect(goal).not.toHaveProperty('value')
    // The landing is replayed; the first goal is heard of when it is made, with its value, and not again.
    expect(heard.map((event) => [event.type, 'value' in event])).toEqual([
      ['landing', false],
      ['convert', true],
      ['convert', false],
    ])
  })

  it('takes the token out of the address all the same, as every mode does', async () => {
    for (const mode of MODES) {
      load(HERE)
      start({ consent: mode })
      await rest()
      expect(location.href).toBe(PAGE)
    }
  })

  it('sends nothing any more after the tracker was stopped', async () => {
    const tracker = start({ consent: 'pending' })
    const heard = hear(tracker)
    tracker.convert('subscribe')
    tracker.stop()
    tracker.consent('granted')
    expect(await received(tracker)).toEqual([])
    expect(heard).toEqual([])
  })
})

describe('own tokens', () => {
  it('are told for erasure: those of this browser in mode granted, those of this document else', async () => {
    const tracker = start({ consent: 'granted' })
    const first = detect(tracker.share('email'))?.token ?? ''
    load(PAGE)
    const later = start({ consent: 'granted' })
    const second = detect(later.share('sms'))?.token ?? ''
    expect(later.tokens()).toEqual([first, second])
    later.consent('exempt')
    const third = detect(later.share('sms'))?.token ?? ''
    expect(later.tokens()).toEqual([second, third])
    later.consent('cookieless')
    expect(later.tokens()).toEqual([second, third])
    later.consent('pending')
    expect(later.tokens()).toEqual([])
    later.consent('denied')
    expect(later.tokens()).toEqual([])
  })

  it('have no parent any more that only the device knew, after a step down', async () => {
    sessionStorage.setItem('aparte.dks.in', TOKEN)
    vi.spyOn(document, 'referrer', 'get').mockReturnValue('https://journal.example/b')
    const tracker = start({ consent: 'granted' })
    await rest()
    tracker.share('email')
    tracker.consent('exempt')
    tracker.share('email')
    const shares = (await received(tracker)).filter(({ type }) => type === 'share')
    expect(shares).toMatchObject([{ depth: 3, parent: TOKEN }, { depth: 0 }])
    expect(shares[1]).not.toHaveProperty('parent')
  })

  it.each(['granted', 'exempt', 'cookieless'] as const)(
    'name no parent in mode %s with chain: false',
    async (consent) => {
      load(HERE)
      const tracker = start({ consent, chain: false })
      tracker.share('email')
      const share = (await received(tracker)).find(({ type }) => type === 'share')
      expect(share).toMatchObject({ depth: 3 })
      expect(share).not.toHaveProperty('parent')
    },
  )
})

describe('a switch', () => {
  it.each(MODES)('says to extensions whether a third party may be told: %s', (mode) => {
    let host: Host | undefined
    const take: Extension = (given) => {
      host = given
      return () => {}
    }
    const tracker = start({ consent: 'denied', use: [take] })
    tracker.consent(mode)
    expect(host?.mode()).toBe(mode)
  })

  it('is told to extensions once it is done, until they end', () => {
    const heard: (boolean | undefined)[] = []
    let off = (): void => {}
    const listen: Extension = ({ isOpen, onConsent }) => {
      off = onConsent(() => heard.push(isOpen()))
      return off
    }
    const tracker = start({ consent: 'pending', use: [listen] })
    tracker.consent('cookieless')
    tracker.consent('denied')
    off()
    tracker.consent('granted')
    expect(heard).toEqual([true, false])
  })

  it('to a word that is no mode is a refusal, and reported', () => {
    leave()
    const tracker = start({ consent: 'granted' })
    // @ts-expect-error: the type refuses it too
    tracker.consent('accepted')
    expect(stored()).toBe('')
    expect(tracker.share('email', PAGE)).toBe(PAGE)
    expect(stage.errors).toEqual([{ code: 'usage', cause: 'consent: accepted' }])
  })

  it('allows no more than cookieless under Global Privacy Control', async () => {
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true })
    const tracker = start({ consent: 'pending' })
    Reflect.deleteProperty(navigator, 'globalPrivacyControl')
    await rest()
    for (const mode of ['exempt', 'granted'] as const) {
      tracker.consent(mode)
      tracker.convert('subscribe', MONEY)
      expect(stored()).toBe('')
    }
    const goals = goalsOf(await received(tracker))
    expect(goals.map(({ mode }) => mode)).toEqual(['cookieless', 'cookieless'])
    for (const goal of goals) expect(goal).not.toHaveProperty('value')
  })
})

/** What holds for every adapter, in the page of happy-dom and with the HTML of a real server process. */
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PageMark } from '../../../src/dom/claimPage.js'
import { mintToken } from '../../../src/token/mintToken.js'
import { readToken } from '../../../src/token/readToken.js'
import { detect } from '../../../src/url/detect.js'
import type { QueueItem } from '../../../src/window.js'
import { PAGE, stageTracker } from '../stageTracker.js'
import type { Driver, MountedApp, Shown } from './app.js'
import { place } from './place.js'
import { renderOnServer } from './renderOnServer.js'

const ENDPOINT = '/collect'
const TOKEN = mintToken('whatsapp', 2)

/** The trackers that run on this page. */
function findRunning(): PageMark[] {
  const marks = Object.values<PageMark>(Object(Reflect.get(window, Symbol.for('aparte'))))
  return marks.filter(({ running }) => running)
}

function readShown(): Shown {
  const shown: Shown = JSON.parse(document.querySelector('#shown')?.textContent ?? '')
  // Svelte leaves the address of a picture as the server has written it, where the two differ.
  expect(document.querySelector('#code')?.getAttribute('src') ?? '').toBe(shown.url)
  return shown
}

const click = (name: string): void => document.querySelector<HTMLElement>(`#${name}`)?.click()

/** Declares the tests of one adapter. */
export function describeAdapter(driver: Driver): void {
  describe('provider and hooks', () => declareTests(driver))
}

function declareTests({ name, mount, hydrate, mountWrong }: Driver): void {
  const stage = stageTracker()
  const options = { endpoint: ENDPOINT }
  let html = ''
  let htmlOfOther = ''
  let warnings: unknown[][] = []

  beforeAll(async () => {
    html = await renderOnServer(name, { options })
    htmlOfOther = await renderOnServer(name, { input: { url: '/other' } })
  })

  beforeEach(() => {
    place()
    const queue: QueueItem[] = []
    window.aparte = queue
    warnings = []
    for (const level of ['error', 'warn'] as const)
      vi.spyOn(console, level).mockImplementation((...words) => warnings.push(words))
    return () => expect(warnings).toEqual([])
  })

  /** What was sent by the tracker that runs. */
  const received = async (): ReturnType<typeof stage.received> => {
    const { host } = findRunning()[0] ?? {}
    return stage.received(Object(host).tracker)
  }

  describe('on a server', () => {
    it('renders what can be known there, without a warning', () => {
      place(html)
      expect(readShown()).toEqual({ hasTracker: false, url: '', canShareNatively: false })
      place(htmlOfOther)
      expect(readShown().url).toBe('/other')
    })

    it('is taken over by the browser without a warning, and then shows what is known', async () => {
      stage.load(`${PAGE}&dks=${TOKEN}`)
      vi.stubGlobal('navigator', Object.assign(navigator, { share: async () => {} }))
      place(html)
      const node = document.querySelector('#shown')
      const app = await hydrate({ options })
      expect(readShown()).toEqual({
        hasTracker: true,
        channel: 'whatsapp',
        url: PAGE,
        canShareNatively: true,
      })
      expect(document.querySelector('#shown')).toBe(node)
      await app.unmount()
      Reflect.deleteProperty(navigator, 'share')
    })

    it('is taken over where a tracker runs already, whose landing the server did not know', async () => {
      stage.load(`${PAGE}&dks=${TOKEN}`)
      stage.start()
      place(htmlOfOther)
      const node = document.querySelector('#shown')
      const app = await hydrate({ input: { url: '/other' } })
      expect(readShown()).toMatchObject({
        channel: 'whatsapp',
        url: 'https://journal.example/other',
      })
      expect(document.querySelector('#shown')).toBe(node)
      await app.unmount()
    })
  })

  describe('the provider', () => {
    it('leaves one tracker and one landing of a load, however often it is mounted', async () => {
      stage.load(`${PAGE}&dks=${TOKEN}`)
      for (let times = 0; times < 3; times++) {
        const app = await mount({ options })
        expect(findRunning()).toHaveLength(1)
        await vi.advanceTimersByTimeAsync(1000)
        await app.unmount()
        expect(findRunning()).toHaveLength(0)
      }
      const app = await mount({ options })
      const arrivals = (await received()).filter(
        ({ type }) => type === 'landing' || type === 'view',
      )
      expect(arrivals).toMatchObject([{ type: 'landing', token: TOKEN }])
      await app.unmount()
    })

    it('leaves one view of a load without a token', async () => {
      await (await mount({ options })).unmount()
      const app = await mount({ options })
      expect(await received()).toMatchObject([{ type: 'view', page: 'https://journal.example/a' }])
      await app.unmount()
    })

    it('hands a wrong option to the framework as the error of createTracker', async () => {
      const cause = await mountWrong({ options: { endpoint: 'no path' } })
      expect(cause).toBeInstanceOf(TypeError)
      expect(String(cause)).toMatch(/option endpoint: got no path/)
      expect(findRunning()).toHaveLength(0)
      warnings = [] // the framework's, of that error
    })

    it('starts nothing without options', async () => {
      const app = await mount({})
      expect(findRunning()).toHaveLength(0)
      expect(readShown()).toEqual({ hasTracker: false, url: PAGE, canShareNatively: false })
      await app.unmount()
    })
  })

  describe('a tracker that others have started', () => {
    it('is found where it runs already', async () => {
      stage.load(`${PAGE}&dks=${TOKEN}`)
      stage.start()
      const app = await mount({})
      expect(readShown()).toMatchObject({ hasTracker: true, channel: 'whatsapp' })
      await app.unmount()
      expect(findRunning()).toHaveLength(1)
    })

    it('stays the only one where a provider has options too, and outlives it', async () => {
      stage.load(`${PAGE}&dks=${TOKEN}`)
      stage.start()
      const onError = vi.fn<(error: unknown) => void>()
      const app = await mount({ options: { ...options, onError } })
      expect(onError).toHaveBeenCalledWith({ code: 'already-running', cause: 'dks' })
      expect(readShown()).toMatchObject({ hasTracker: true, channel: 'whatsapp' })
      await app.unmount()
      expect(findRunning()).toHaveLength(1)
    })

    it('is found when the script tag has loaded later', async () => {
      stage.load(`${PAGE}&dks=${TOKEN}`)
      const app = await mount({})
      expect(readShown().hasTracker).toBe(false)
      window.aparte?.push(options)
      vi.resetModules()
      await app.act(() => import('../../../src/snippet.js'))
      expect(readShown()).toMatchObject({ hasTracker: true, channel: 'whatsapp' })
      const [running] = findRunning()
      await app.act(() => Object(running?.host).tracker.consent('denied'))
      expect(readShown().channel).toBeUndefined()
      await app.unmount()
      Object(running?.host).tracker.stop()
    })

    it('is waited for by one item in the queue, however many components wait', async () => {
      for (let times = 0; times < 3; times++) await (await mount({})).unmount()
      expect(window.aparte).toHaveLength(1)
    })
  })

  describe('useLanding', () => {
    let app: MountedApp
    const landings: unknown[] = []

    beforeEach(async () => {
      landings.length = 0
      stage.load(`${PAGE}&dks=${TOKEN}`)
      const onLanding = (landing: unknown): void => {
        if (landing) landings.push(landing)
      }
      app = await mount({ options: { ...options, consent: 'pending' }, onLanding })
      return () => app.unmount()
    })

    it('comes and goes with the consent of the reader', async () => {
      const { tracker } = Object(findRunning()[0]?.host)
      expect(readShown()).toMatchObject({ hasTracker: true })
      expect(readShown().channel).toBeUndefined()
      await app.act(() => tracker.consent('granted'))
      expect(readShown().channel).toBe('whatsapp')
      await app.act(() => tracker.consent('denied'))
      expect(readShown().channel).toBeUndefined()
      expect(landings).toMatchObject([{ token: TOKEN, depth: 2 }])
    })

    it('is one object as long as it is one landing: effects run once', async () => {
      const { tracker } = Object(findRunning()[0]?.host)
      await app.act(() => tracker.consent('cookieless'))
      await app.act(() => tracker.consent('granted'))
      await app.act(() => window.dispatchEvent(new Event('hashchange')))
      expect(landings).toMatchObject([{ token: TOKEN }])
    })
  })

  describe('useShare', () => {
    let app: MountedApp
    const results: unknown[] = []
    const written: string[] = []
    const open = async (): Promise<void> => {
      const input = { url: '/b', title: 'Title' }
      app = await mount({ options, input, onDone: (result) => results.push(result) })
    }

    beforeEach(() => {
      results.length = 0
      written.length = 0
      vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(
        async (text) => void written.push(text),
      )
      return async () => {
        await app.unmount()
        Reflect.deleteProperty(navigator, 'share')
      }
    })

    /** What the buttons have recorded. */
    const readShares = async (): Promise<unknown> =>
      (await received()).filter(({ type }) => type === 'share')

    it('copies the URL with a token, and records one share', async () => {
      await open()
      click('copy')
      await vi.waitFor(() => expect(results).toEqual([true]))
      const token = detect(written[0] ?? '')?.token
      expect(written).toEqual([`https://journal.example/b?dks=${token}`])
      expect(await readShares()).toMatchObject([
        { token, channel: 'copy-button', gesture: 'write' },
      ])
    })

    it('decorates the URL for a channel, and records one share', async () => {
      await open()
      click('whatsapp')
      const token = detect(String(results[0]))?.token
      expect(results).toEqual([`https://journal.example/b?dks=${token}`])
      expect(await readShares()).toMatchObject([{ token, channel: 'whatsapp', gesture: 'api' }])
    })

    it.each(['sheet', 'direct'])('opens the share sheet: #%s', async (button) => {
      const sheets: ShareData[] = []
      Object.assign(navigator, { share: async (data: ShareData) => void sheets.push(data) })
      await open()
      expect(readShown().canShareNatively).toBe(true)
      click(button)
      await vi.waitFor(() => expect(sheets).toHaveLength(1))
      const token = readToken(detect(sheets[0]?.url ?? '')?.token ?? '')?.token
      expect(sheets).toEqual([{ url: `https://journal.example/b?dks=${token}`, title: 'Title' }])
      if (button === 'sheet') await vi.waitFor(() => expect(results).toEqual(['shared']))
      expect(await readShares()).toMatchObject([{ token, channel: 'native', gesture: 'native' }])
    })

    it('gives clean URLs where no tracker runs', async () => {
      app = await mount({ input: { url: '/b' }, onDone: (result) => results.push(result) })
      click('copy')
      await vi.waitFor(() => expect(results).toEqual([true]))
      click('whatsapp')
      expect([...written, ...results.slice(1)]).toEqual([
        'https://journal.example/b',
        'https://journal.example/b',
      ])
    })

    it('follows the address of the page', async () => {
      app = await mount({ options })
      expect(readShown().url).toBe(PAGE)
      history.pushState(null, '', `/c?dks=${TOKEN}`)
      await app.act(() => window.dispatchEvent(new PopStateEvent('popstate')))
      expect(readShown().url).toBe('https://journal.example/c')
    })
  })

  it('takes every listener away that it has added to the window', async () => {
    const listening = new Map<unknown, number>()
    for (const [method, by] of [
      ['addEventListener', 1],
      ['removeEventListener', -1],
    ] as const) {
      const original = window[method].bind(window)
      vi.spyOn(window, method).mockImplementation((...args: unknown[]) => {
        const [type, listener] = args
        if (type === 'aparte' || type === 'popstate')
          listening.set(listener, (listening.get(listener) ?? 0) + by)
        Reflect.apply(original, window, args)
      })
    }
    const app = await mount({ options })
    expect(listening.size).toBeGreaterThan(2)
    await app.unmount()
    expect([...listening.values()].filter((left) => left !== 0)).toEqual([])
  })
}

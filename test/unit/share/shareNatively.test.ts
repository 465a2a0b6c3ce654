// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { canShareNatively } from '../../../src/share/canShareNatively.js'
import { shareNatively } from '../../../src/share/shareNatively.js'
import { detect } from '../../../src/url/detect.js'
import { stageTracker } from '../stageTracker.js'

const OWN = 'https://journal.example/b'
const stage = stageTracker()
afterEach(() => vi.unstubAllGlobals())

/** A share sheet that ends like this. */
function stageSheet(end: () => unknown, userAgent = 'Linux'): ShareData[] {
  const shared: ShareData[] = []
  const share = async (data: ShareData): Promise<unknown> => {
    shared.push(data)
    return end()
  }
  vi.stubGlobal('navigator', { share, userAgent })
  return shared
}

const fail = (error: unknown) => (): never => {
  throw error
}

describe('shareNatively', () => {
  it('hands the sheet an own URL with a token, and everything else as it is', async () => {
    const tracker = stage.start({ gestures: [] })
    const shared = stageSheet(() => undefined)
    expect(await shareNatively({ url: OWN, title: 'Harbour', text: 'Hi' })).toBe('shared')
    expect(shared).toEqual([{ url: expect.any(String), title: 'Harbour', text: 'Hi' }])
    expect(detect(shared[0]?.url ?? '')).toMatchObject({ channel: 'native' })
    expect(tracker.tokens()).toEqual([detect(shared[0]?.url ?? '')?.token])
  })

  it.each([
    ['closed by the reader is cancelled', new DOMException('', 'AbortError'), 'cancelled'],
    ['that may not open has failed', new DOMException('', 'NotAllowedError'), 'failed'],
    ['that throws anything has failed', new TypeError('no URL'), 'failed'],
    ['that throws no error has failed', undefined, 'failed'],
  ])('a sheet %s, and is no share', async (_, error, ended) => {
    const tracker = stage.start({ gestures: [] })
    stageSheet(fail(error))
    expect(await shareNatively({ url: OWN })).toBe(ended)
    expect(tracker.tokens()).toEqual([])
  })

  it('has failed where there is none', async () => {
    vi.stubGlobal('navigator', {})
    expect(await shareNatively({ url: OWN })).toBe('failed')
  })
})

describe('canShareNatively', () => {
  it.each([
    ['there is a sheet', { share: () => {} }, true],
    ['there is none', {}, false],
    ['there is no navigator', undefined, false],
  ])('knows whether %s', (_, navigator, can) => {
    vi.stubGlobal('navigator', navigator)
    expect(canShareNatively()).toBe(can)
  })
})

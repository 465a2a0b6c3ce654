// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { beginShare } from '../../../src/share/beginShare.js'
import { readHost } from '../../../src/share/readHost.js'
import { readToken } from '../../../src/token/readToken.js'
import { detect } from '../../../src/url/detect.js'
import { stageTracker } from '../stageTracker.js'

const OWN = 'https://journal.example/b'
const stage = stageTracker()

describe('readHost', () => {
  it('finds the tracker that runs, whatever its parameter, and none before and after', () => {
    expect(readHost()).toBeUndefined()
    const tracker = stage.start({ param: 'vb' })
    expect(readHost()?.tracker).toBe(tracker)
    tracker.stop()
    expect(readHost()).toBeUndefined()
    stage.start()
    expect(readHost()?.settings.param).toBe('dks')
  })

  it('does not take what else a page keeps there', () => {
    Reflect.set(window, Symbol.for('aparte'), { dks: { load: 'x' } })
    expect(readHost()).toBeUndefined()
  })
})

describe('beginShare', () => {
  it('hands out a token of the channel, and records the share once it has gone', async () => {
    const tracker = stage.start({ gestures: [] })
    const { url, commit } = beginShare('link', 'custom1', OWN)
    const token = detect(url)?.token ?? ''
    expect(readToken(token)).toMatchObject({ channel: 'custom1', depth: 1 })
    expect((await stage.received(tracker)).filter(({ type }) => type === 'share')).toEqual([])
    commit()
    commit()
    expect((await stage.received(tracker)).filter(({ type }) => type === 'share')).toMatchObject([
      { token, channel: 'custom1', gesture: 'link', certain: true },
    ])
  })

  it.each([
    ['without a tracker', () => undefined, OWN],
    ['where the reader does not want it', () => stage.start({ consent: 'denied' }), OWN],
    ['before the reader has answered', () => stage.start({ consent: 'pending' }), OWN],
    ['on a page of the site that is left alone', () => stage.start({ exclude: ['/a'] }), OWN],
    ['for another site', () => stage.start(), 'https://other.example/b'],
    ['for what is no address of a page', () => stage.start(), 'mailto:a@journal.example'],
  ])('hands out the URL as it is %s', async (_, start, given) => {
    const tracker = start()
    const { url, commit } = beginShare('link', 'whatsapp', given)
    commit()
    expect(url).toBe(given)
    const events = tracker ? await stage.received(tracker) : []
    expect(events.filter(({ type }) => type === 'share')).toEqual([])
  })
})

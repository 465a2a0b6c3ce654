// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { copyUrl } from '../../../src/share/copyUrl.js'
import { detect } from '../../../src/url/detect.js'
import { stageTracker } from '../stageTracker.js'

const OWN = 'https://journal.example/b'
const stage = stageTracker()
afterEach(() => vi.unstubAllGlobals())

/** A clipboard that keeps what it is given, or refuses. */
function stageClipboard(refusal?: unknown): string[] {
  const written: string[] = []
  const writeText = async (text: string): Promise<void> => {
    if (refusal) throw refusal
    written.push(text)
  }
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  return written
}

describe('copyUrl', () => {
  it('copies an own URL with a token, and records one share', async () => {
    const tracker = stage.start({ gestures: [] })
    const written = stageClipboard()
    expect(await copyUrl(OWN)).toBe(true)
    vi.unstubAllGlobals()
    expect(written).toHaveLength(1)
    expect(detect(written[0] ?? '')).toMatchObject({ channel: 'copy-button' })
    expect(tracker.tokens()).toHaveLength(1)
  })

  it('copies the URL as it is without a tracker', async () => {
    const written = stageClipboard()
    expect(await copyUrl(OWN)).toBe(true)
    expect(written).toEqual([OWN])
  })

  it.each([
    ['refuses', new DOMException('no', 'NotAllowedError')],
    ['breaks', 'something that is no error'],
  ])('tells of a clipboard that %s, and records nothing', async (_, refusal) => {
    const tracker = stage.start({ gestures: [] })
    stageClipboard(refusal)
    expect(await copyUrl(OWN)).toBe(false)
    expect(tracker.tokens()).toEqual([])
  })

  it('tells of a missing clipboard, as in insecure contexts', async () => {
    vi.stubGlobal('navigator', {})
    expect(await copyUrl(OWN)).toBe(false)
  })
})

// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { smsLink } from '../../../src/share-bar/smsLink.js'

const page = { url: 'https://journal.example/a', text: 'Hi' }

afterEach(() => vi.unstubAllGlobals())

it.each([
  ['an iPhone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X)', 5, 'sms:&body='],
  ['an iPad that says so', 'Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X)', 5, 'sms:&body='],
  ['an iPad that says Mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 5, 'sms:&body='],
  ['a Mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 0, 'sms:?body='],
  ['Android', 'Mozilla/5.0 (Linux; Android 16; K)', 5, 'sms:?body='],
])('a text message on %s begins as its program wants it', (_, userAgent, maxTouchPoints, begin) => {
  vi.stubGlobal('navigator', { userAgent, maxTouchPoints })
  expect(smsLink(page)).toBe(`${begin}Hi%20https%3A%2F%2Fjournal.example%2Fa`)
})

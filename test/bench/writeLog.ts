import { mintToken } from '../../src/token/mintToken.js'

/** An access log that is written as it is read, and lies nowhere. */
export interface WrittenLog {
  bytes: AsyncIterable<Uint8Array>
  /** How many tokens a preview bot has fetched so far. */
  tokens: () => number
}

const READERS = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
]
const BOTS = ['Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)', 'WhatsApp/2.23.20.0']
const READERS_IN_BLOCK = 5000
/** A block has so many previews of new tokens, all over it, and before each of them ten requests for tokens that are none. */
const PREVIEWS_IN_BLOCK = 25
const GARBAGE = 10

const writeLine = (index: number, query: string, agent: string): string => {
  const clock = new Date(1_795_437_705_000 + index * 10).toISOString().slice(11, 19)
  return `203.0.113.${index % 256} - - [23/Nov/2026:${clock} +0000] "GET /harbour/last-crossing-${index % 977}${query} HTTP/2.0" 200 ${index % 99_991} "https://www.google.com/" "${agent}"\n`
}
const pick = (agents: readonly string[], index: number): string =>
  agents[index % agents.length] ?? ''

/** Writes at least so many bytes in the combined format: readers, with and without tokens, previews, crawlers, scanners. */
export function writeLog(totalBytes: number): WrittenLog {
  const perPreview = READERS_IN_BLOCK / PREVIEWS_IN_BLOCK
  const readers = Array.from({ length: perPreview }, (_, i) => {
    const query =
      i % 20 === 0 ? `?dks=${mintToken('copy', 1)}` : i % 4 === 0 ? '?utm_source=a%20b&x=1' : ''
    return writeLine(i, query, pick(READERS, i))
  }).join('')
  let tokens = 0
  const writePart = (): string => {
    const garbage = Array.from({ length: GARBAGE }, (_, i) =>
      // No token holds a u.
      writeLine(i, `?dks=gu${String(tokens * GARBAGE + i).padStart(11, '0')}`, pick(BOTS, i)),
    )
    const preview = writeLine(tokens, `?dks=${mintToken('copy', 1)}`, pick(BOTS, tokens++))
    return readers + garbage.join('') + preview
  }
  async function* write(): AsyncGenerator<Uint8Array> {
    for (let written = 0; written < totalBytes;) {
      const text = Array.from({ length: PREVIEWS_IN_BLOCK }, writePart).join('')
      const block = new TextEncoder().encode(text)
      written += block.length
      yield block
    }
  }
  return { bytes: write(), tokens: () => tokens }
}

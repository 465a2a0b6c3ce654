import type { Channel } from '../channel/channels.js'
import { readToken } from '../token/readToken.js'
import { detect } from '../url/detect.js'
import { DEFAULT_PARAM } from '../url/param.js'
import { createLineSplitter } from './createLineSplitter.js'
import { findPreviewBot, type PreviewBot } from './findPreviewBot.js'
import { readFieldsLine } from './readFieldsLine.js'
import { readLogLine } from './readLogLine.js'
import { readLogTime } from './readLogTime.js'

/** Options of `createPreviewReader` and `readPreviews`. */
export interface PreviewOptions {
  /** Name of the parameter. Default `dks`. */
  param?: string
  /** How many tokens are kept, so that nobody can fill the memory by inventing some. Default 1,000,000, about 130 MB. */
  maxTokens?: number
}

/** The first preview of one share. */
export interface Preview extends PreviewBot {
  token: string
  /** The channel that the token was minted for, such as `copy`: how the link left the page. */
  tokenChannel: Channel
  /** When it was fetched, milliseconds since 1970; absent where the log does not say. */
  at?: number
}

/** What an access log says about previews, and nothing about readers: no address, no user agent, no path. */
export interface PreviewReport {
  /** How many lines were read; empty ones and comments are no lines. */
  lines: number
  /** How many of them were no line of an access log, and were skipped. */
  malformed: number
  /** How many were longer than 64 Ki characters; of these the beginning was read. */
  cut: number
  /** How many named no user agent, as those of the common format: nothing can be told from them. */
  unnamed: number
  /** How many previews were left out because `maxTokens` tokens had been found. */
  leftOut: number
  /** The first preview of each token, oldest first. */
  previews: Preview[]
}

/** Reads access logs that come in pieces. */
export interface PreviewReader {
  /** Takes the next piece, bytes in UTF-8 or text; a line may go on in the next one. */
  write: (piece: string | Uint8Array) => void
  /** Ends a log, whose last line needs no end. Another log may follow, in any order: times decide which preview was first. */
  end: () => void
  /** Gives what was found so far. */
  report: () => PreviewReport
}

const MAX_LINE_LENGTH = 65_536
const MAX_TOKENS = 1_000_000

/**
 * Makes a reader of access logs that finds the first preview bot of each token. Formats: common and combined of nginx and Apache,
 * with or without what is written around them, JSON, load balancers of AWS, and the W3C's fields of CloudFront and IIS; one log
 * may mix them. Never throws. Memory: the piece, one line, and what is found; only valid tokens that a preview bot asked for are
 * kept, so what scanners make up is not.
 *
 * @example
 * const reader = createPreviewReader()
 * for await (const chunk of response.body) reader.write(chunk)
 * reader.end()
 * reader.report().previews[0]
 * // { token: 'g1ran22qg8xdj', tokenChannel: 'copy', at: 1795437705000,
 * //   bot: 'slack-preview', network: 'Slack', channel: 'slack', kind: 'private', fetchedBy: 'server' }
 */
export function createPreviewReader(options: PreviewOptions = {}): PreviewReader {
  const { param = DEFAULT_PARAM, maxTokens = MAX_TOKENS } = options
  const splitter = createLineSplitter(MAX_LINE_LENGTH)
  const first = new Map<string, { bot: PreviewBot; at: number | undefined }>()
  /** One object for each bot, however many tokens it fetched. */
  const bots = new Map<string, PreviewBot>()
  const counts = { lines: 0, malformed: 0, unnamed: 0, leftOut: 0 }
  let names: readonly string[] = []

  const keep = (token: string, found: PreviewBot, at: number | undefined): void => {
    const name = `${found.bot} ${found.channel}`
    const bot = bots.get(name) ?? found
    bots.set(name, bot)
    const known = first.get(token)
    if (!known) {
      if (first.size >= maxTokens) counts.leftOut++
      // A token that was cut out of a text would keep all of the text in memory (V8's sliced strings).
      else first.set([...token].join(''), { bot, at })
    } else if (at !== undefined && !(known.at !== undefined && known.at <= at))
      first.set(token, { bot, at })
  }

  const take = (line: string): void => {
    if (line.startsWith('#')) {
      if (line.startsWith('#Fields:')) names = line.slice(8).trim().toLowerCase().split(/\s+/)
      return
    }
    if (!line || !line.trim()) return
    counts.lines++
    const read = (names.length ? readFieldsLine(line, names) : undefined) ?? readLogLine(line)
    if (!read) {
      counts.malformed++
      return
    }
    if (read.targets.length && !read.agents.length) counts.unnamed++
    const target = read.targets.find((text) => mayHold(text, param))
    if (target === undefined) return
    const bot = firstOf(read.agents, findPreviewBot)
    const found = bot && firstOf(read.targets, (text) => detect(text, { param }))
    if (found) keep(found.token, bot, firstOf(read.times, readLogTime))
  }

  return {
    write(piece) {
      for (const line of splitter.split(piece)) take(line)
    },
    end() {
      for (const line of splitter.end()) take(line)
      names = []
    },
    report: () => ({
      ...counts,
      cut: splitter.cut(),
      previews: [...first]
        .sort(([, a], [, b]) => (a.at ?? Infinity) - (b.at ?? Infinity) || 0)
        .flatMap(([token, { bot, at }]) => {
          const tokenChannel = readToken(token)?.channel
          return tokenChannel
            ? [{ token, tokenChannel, ...bot, ...(at !== undefined && { at }) }]
            : []
        }),
    }),
  }
}

/** Whether a URL can hold the parameter at all: as it is written, or behind some encoding. */
const mayHold = (target: string, param: string): boolean =>
  /[%\\\u0080-\uffff]/.test(target) || target.toLowerCase().includes(param)

/** What is made of the first item that something is made of. */
function firstOf<Item, Found>(
  items: readonly Item[],
  read: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = read(item)
    if (found !== undefined) return found
  }
  return undefined
}

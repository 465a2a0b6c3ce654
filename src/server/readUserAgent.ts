import type { Channel } from '../channel/channels.js'
import { APPS, type AppKind } from '../classify/apps.js'
import { APP_AGENTS, BOTS } from './agents.js'
import { isProgram } from './isProgram.js'

/** What a user agent says. */
export interface UserAgent {
  /** `inapp` a browser inside an app · `bot` a program without a reader · `browser` anything else. */
  type: 'inapp' | 'bot' | 'browser'
  /** Which app or which program, such as `whatsapp` or `slack-preview`; absent for browsers. */
  id?: string
  /** Of which sort the app is; absent for bots and browsers. */
  kind?: AppKind
  /**
   * Where a link was passed on that a bot previews; `ai`: an assistant was given it. Slack, Telegram, Meta, Teams and Discord
   * fetch a shared URL from their servers; WhatsApp, Signal and iMessage from the sender's device, before anything is sent.
   */
  channel?: Channel | 'ai'
}

/** Longer ones are no browser's; what counts stands in the first part. */
const MAX_LENGTH = 1024

/** Apps may have any name, CamScanner say; what a program writes that shows pages as they do is less. */
const MAY_BE_PROGRAM = /compatible|https?:|bot\b|Electron\//i

/**
 * Reads a user agent: `readUserAgent('Mozilla/5.0 (Linux; Android 10; K) … Mobile Safari/537.36 [WA4A/2.25.32.75;]')` gives
 * `{ type: 'inapp', id: 'whatsapp', kind: 'private' }`, `readUserAgent('TelegramBot (like TwitterBot)')` gives
 * `{ type: 'bot', id: 'telegram-preview', channel: 'telegram' }`.
 *
 * No user agent at all is a program's, too. A user agent is what a program says of itself: most mail scanners say that they are Chrome, and Telegram on iOS that it is
 * Safari. What it says decides nothing but a label.
 */
export function readUserAgent(userAgent: string): UserAgent {
  const text = userAgent.slice(0, MAX_LENGTH)
  const bot = BOTS.find(({ pattern }) => pattern.test(text))
  if (bot) return { type: 'bot', id: bot.id, ...(bot.channel && { channel: bot.channel }) }
  const [id] = APP_AGENTS.find(([, pattern]) => pattern.test(text)) ?? []
  const isNamed = id && (id !== 'webview' || !MAY_BE_PROGRAM.test(text))
  if (!isNamed && isProgram(text)) return { type: 'bot', id: 'generic-bot' }
  if (!id) return { type: 'browser' }
  return { type: 'inapp', id, kind: APPS.get(id) ?? 'unknown' }
}

import type { Channel, Kind } from '../channel/channels.js'
import { kindOf } from '../channel/kindOf.js'
import { readUserAgent } from './readUserAgent.js'

/** A program that fetches a link to show a preview of it where it was passed on. */
export interface PreviewBot {
  /** As `readUserAgent` names it, such as `slack-preview`. */
  bot: string
  /** Whose it is, for people: `Slack`. Where one bot serves several networks, all of them. */
  network: string
  /** Where the link was passed on; absent for a network without a channel of its own. */
  channel?: Channel
  /**
   * Of which sort that is. A bot that serves a public feed and private messages alike counts as public: Meta's fetches for
   * Facebook as for Messenger, and what cannot be told is not counted as dark.
   */
  kind?: Kind
  /**
   * `server`: a server of the network fetched it. `device`: the phone of who wrote the message did, while it was written; it
   * may never have been sent.
   */
  fetchedBy: 'server' | 'device'
}

/** Whose a bot is, where its channel does not say it, or says too much. */
const NETWORKS: Readonly<Record<string, string>> = {
  'dingtalk-preview': 'DingTalk',
  'facebook-preview': 'Meta: Facebook, Messenger, Instagram or Threads',
  'imessage-preview': 'iMessage',
  'kakaotalk-scrap': 'KakaoTalk',
  'line-preview': 'LINE',
  'linkedin-preview': 'LinkedIn',
  'matrix-preview': 'Matrix',
  'microsoft-preview': 'Microsoft: Teams, Outlook or Bing',
  'naver-blueno': 'Naver',
  'skype-preview': 'Teams or Skype',
  'twitter-preview': 'X',
  'vk-preview': 'VK',
  'whatsapp-preview': 'WhatsApp',
}
const ON_DEVICE = new Set(['imessage-preview', 'signal-preview', 'whatsapp-preview'])
/** Meta's crawlers for its models read what is public, and preview nothing. */
const CRAWLER = /meta-external(?:agent|fetcher)/i

/**
 * Finds the preview bot that a user agent names: `findPreviewBot('Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)')`
 * gives `{ bot: 'slack-preview', network: 'Slack', channel: 'slack', kind: 'private', fetchedBy: 'server' }`. Undefined for
 * readers, crawlers, scanners, assistants, and services that preview for nobody knows whom.
 */
export function findPreviewBot(userAgent: string): PreviewBot | undefined {
  const { type, id = '', channel } = readUserAgent(userAgent)
  if (type !== 'bot' || channel === 'ai' || CRAWLER.test(userAgent)) return undefined
  const network = NETWORKS[id] ?? (channel && channel[0]?.toUpperCase() + channel.slice(1))
  if (!network) return undefined
  return {
    bot: id,
    network,
    ...(channel && { channel, kind: kindOf(channel) }),
    fetchedBy: ON_DEVICE.has(id) ? 'device' : 'server',
  }
}

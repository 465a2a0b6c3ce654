/**
 * The frozen channel table. The position in it is the code that a token carries (DESIGN of the token: 6 bits, 0..59 in
 * use), so entries are never moved, renamed or removed; new ones take the free custom codes or a new token version.
 * size: one string and `split` weigh less than sixty literals.
 */

/** Of which sort a channel is: `private` and `blind` make up dark social, `public` and `later` do not. */
export type Kind = 'private' | 'blind' | 'public' | 'later' | 'other'

const BLIND = 'copy copy-text copy-button copy-link drag address-bar native qr'
const OTHER = 'print other'
const PRIVATE =
  'whatsapp messenger skype teams telegram line wechat viber signal snapchat kakaotalk discord slack threema zalo googlechat qq instagram email gmail outlook yahoomail sms'
const PUBLIC =
  'facebook x threads bluesky mastodon linkedin reddit pinterest tumblr vk ok xing weibo qzone hatena hackernews'
const LATER = 'flipboard instapaper pocket evernote redirector'
const CUSTOM = 'custom1 custom2 custom3 custom4 custom5 custom6'

type Words<Text extends string> = Text extends `${infer Word} ${infer Rest}`
  ? Word | Words<Rest>
  : Text

/** Name of a channel: where a share goes or came from, such as `whatsapp`, `copy` or `email`. */
export type Channel = Words<
  typeof BLIND | typeof OTHER | typeof PRIVATE | typeof PUBLIC | typeof LATER | typeof CUSTOM
>

/**
 * Every channel in the order of its code: `channels[10] === 'whatsapp'`. Sixty entries, codes 0 to 59.
 */
export const channels: readonly Channel[] =
  `${BLIND} ${OTHER} ${PRIVATE} ${PUBLIC} ${LATER} ${CUSTOM}`.split(
    ' ',
  ) as Channel[] /* the type is made of the same words */

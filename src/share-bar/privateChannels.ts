/**
 * Channels of kind `private` that can be asked to send a URL. Signal, Discord, Slack, Google Chat, Zalo, KakaoTalk and
 * Instagram have no address for that: the share sheet and the copied link reach them.
 */
import { mailGlyph, messageGlyph, peopleGlyph } from './glyphs.js'
import {
  gmailIcon,
  lineIcon,
  messengerIcon,
  qqIcon,
  snapchatIcon,
  telegramIcon,
  threemaIcon,
  viberIcon,
  whatsappIcon,
} from './icons.js'
import { joinText } from './joinText.js'
import type { ShareChannel } from './shareChannel.js'
import { smsLink } from './smsLink.js'

const encode = encodeURIComponent

export const whatsapp: ShareChannel = {
  channel: 'whatsapp',
  name: 'WhatsApp',
  icon: whatsappIcon,
  link: (page) => `https://wa.me/?text=${joinText(page)}`,
}

/** On desktops with an app id only; on phones by the app, where nothing happens if it is missing. */
export const messenger: ShareChannel = {
  channel: 'messenger',
  name: 'Messenger',
  icon: messengerIcon,
  link: ({ url, appId }) =>
    appId &&
    `https://www.facebook.com/dialog/send?app_id=${encode(appId)}&link=${encode(url)}&redirect_uri=${encode(url)}`,
  app: ({ url }) => `fb-messenger://share/?link=${encode(url)}`,
}

/** Closed on 5 May 2025: only for sites that ask for it. */
export const skype: ShareChannel = {
  channel: 'skype',
  name: 'Skype',
  icon: messageGlyph,
  isNamed: true,
  link: ({ url, text }) => `https://web.skype.com/share?url=${encode(url)}&text=${encode(text)}`,
}

export const teams: ShareChannel = {
  channel: 'teams',
  name: 'Teams',
  icon: peopleGlyph,
  isNamed: true,
  link: ({ url, text }) =>
    `https://teams.microsoft.com/share?href=${encode(url)}&msgText=${encode(text)}`,
}

export const telegram: ShareChannel = {
  channel: 'telegram',
  name: 'Telegram',
  icon: telegramIcon,
  link: ({ url, text }) => `https://t.me/share/url?url=${encode(url)}&text=${encode(text)}`,
}

export const line: ShareChannel = {
  channel: 'line',
  name: 'LINE',
  icon: lineIcon,
  link: ({ url, text }) =>
    `https://social-plugins.line.me/lineit/share?url=${encode(url)}&text=${encode(text)}`,
}

/** By its app, which desktops may have, too. Its texts are short: the URL comes first. */
export const viber: ShareChannel = {
  channel: 'viber',
  name: 'Viber',
  icon: viberIcon,
  link: ({ url, text }) => `viber://forward?text=${encode(url)}%20${encode(text)}`,
}

export const snapchat: ShareChannel = {
  channel: 'snapchat',
  name: 'Snapchat',
  icon: snapchatIcon,
  link: ({ url }) => `https://www.snapchat.com/share?link=${encode(url)}`,
}

export const threema: ShareChannel = {
  channel: 'threema',
  name: 'Threema',
  icon: threemaIcon,
  app: (page) => `threema://compose?text=${joinText(page)}`,
}

export const qq: ShareChannel = {
  channel: 'qq',
  name: 'QQ',
  icon: qqIcon,
  link: ({ url, text }) =>
    `https://connect.qq.com/widget/shareqq/index.html?url=${encode(url)}&title=${encode(text)}`,
}

export const email: ShareChannel = {
  channel: 'email',
  name: 'E-mail',
  icon: mailGlyph,
  label: 'shareByMail',
  link: (page) => `mailto:?subject=${encode(page.text)}&body=${joinText(page, '\n\n')}`,
}

export const gmail: ShareChannel = {
  channel: 'gmail',
  name: 'Gmail',
  icon: gmailIcon,
  link: (page) =>
    `https://mail.google.com/mail/?view=cm&fs=1&su=${encode(page.text)}&body=${joinText(page, '\n\n')}`,
}

export const outlook: ShareChannel = {
  channel: 'outlook',
  name: 'Outlook',
  icon: mailGlyph,
  isNamed: true,
  link: (page) =>
    `https://outlook.live.com/mail/0/deeplink/compose?subject=${encode(page.text)}&body=${joinText(page, '\n\n')}`,
}

export const yahoomail: ShareChannel = {
  channel: 'yahoomail',
  name: 'Yahoo Mail',
  icon: mailGlyph,
  isNamed: true,
  link: (page) =>
    `https://compose.mail.yahoo.com/?subject=${encode(page.text)}&body=${joinText(page, '\n\n')}`,
}

/** On phones and tablets only. */
export const sms: ShareChannel = {
  channel: 'sms',
  name: 'SMS',
  icon: messageGlyph,
  label: 'shareBySms',
  app: smsLink,
}

/**
 * Channels of the kinds `public` and `later`. Facebook's dialog lets the reader choose private groups as well, which cannot
 * be told apart. Pocket closed in 2025.
 */
import { linkGlyph, peopleGlyph } from './glyphs.js'
import {
  blueskyIcon,
  facebookIcon,
  flipboardIcon,
  hackernewsIcon,
  hatenaIcon,
  instapaperIcon,
  mastodonIcon,
  okIcon,
  pinterestIcon,
  qzoneIcon,
  redditIcon,
  threadsIcon,
  tumblrIcon,
  vkIcon,
  weiboIcon,
  xIcon,
  xingIcon,
} from './icons.js'
import { joinText } from './joinText.js'
import type { ShareChannel } from './shareChannel.js'

const encode = encodeURIComponent

export const facebook: ShareChannel = {
  channel: 'facebook',
  name: 'Facebook',
  icon: facebookIcon,
  link: ({ url }) => `https://www.facebook.com/sharer/sharer.php?u=${encode(url)}`,
}

export const x: ShareChannel = {
  channel: 'x',
  name: 'X',
  icon: xIcon,
  link: ({ url, text }) => `https://x.com/intent/post?url=${encode(url)}&text=${encode(text)}`,
}

export const threads: ShareChannel = {
  channel: 'threads',
  name: 'Threads',
  icon: threadsIcon,
  link: ({ url, text }) =>
    `https://www.threads.com/intent/post?url=${encode(url)}&text=${encode(text)}`,
}

export const bluesky: ShareChannel = {
  channel: 'bluesky',
  name: 'Bluesky',
  icon: blueskyIcon,
  link: (page) => `https://bsky.app/intent/compose?text=${joinText(page)}`,
}

/** By the page that asks for the reader's own server. */
export const mastodon: ShareChannel = {
  channel: 'mastodon',
  name: 'Mastodon',
  icon: mastodonIcon,
  link: ({ url, text }) => `https://mastodonshare.com/?url=${encode(url)}&text=${encode(text)}`,
}

export const linkedin: ShareChannel = {
  channel: 'linkedin',
  name: 'LinkedIn',
  icon: peopleGlyph,
  isNamed: true,
  link: ({ url }) => `https://www.linkedin.com/sharing/share-offsite/?url=${encode(url)}`,
}

export const reddit: ShareChannel = {
  channel: 'reddit',
  name: 'Reddit',
  icon: redditIcon,
  link: ({ url, text }) => `https://www.reddit.com/submit?url=${encode(url)}&title=${encode(text)}`,
}

export const pinterest: ShareChannel = {
  channel: 'pinterest',
  name: 'Pinterest',
  icon: pinterestIcon,
  link: ({ url, text }) =>
    `https://www.pinterest.com/pin/create/button/?url=${encode(url)}&description=${encode(text)}`,
}

export const tumblr: ShareChannel = {
  channel: 'tumblr',
  name: 'Tumblr',
  icon: tumblrIcon,
  link: ({ url, text }) =>
    `https://www.tumblr.com/widgets/share/tool?posttype=link&canonicalUrl=${encode(url)}&title=${encode(text)}`,
}

export const vk: ShareChannel = {
  channel: 'vk',
  name: 'VK',
  icon: vkIcon,
  link: ({ url, text }) => `https://vk.com/share.php?url=${encode(url)}&title=${encode(text)}`,
}

export const ok: ShareChannel = {
  channel: 'ok',
  name: 'Odnoklassniki',
  icon: okIcon,
  link: ({ url, text }) => `https://connect.ok.ru/offer?url=${encode(url)}&title=${encode(text)}`,
}

export const xing: ShareChannel = {
  channel: 'xing',
  name: 'XING',
  icon: xingIcon,
  link: ({ url }) => `https://www.xing.com/spi/shares/new?url=${encode(url)}`,
}

export const weibo: ShareChannel = {
  channel: 'weibo',
  name: 'Weibo',
  icon: weiboIcon,
  link: ({ url, text }) =>
    `https://service.weibo.com/share/share.php?url=${encode(url)}&title=${encode(text)}`,
}

export const qzone: ShareChannel = {
  channel: 'qzone',
  name: 'Qzone',
  icon: qzoneIcon,
  link: ({ url, text }) =>
    `https://sns.qzone.qq.com/cgi-bin/qzshare/cgi_qzshare_onekey?url=${encode(url)}&title=${encode(text)}`,
}

export const hatena: ShareChannel = {
  channel: 'hatena',
  name: 'Hatena Bookmark',
  icon: hatenaIcon,
  link: ({ url, text }) =>
    `https://b.hatena.ne.jp/add?mode=confirm&url=${encode(url)}&title=${encode(text)}`,
}

export const hackernews: ShareChannel = {
  channel: 'hackernews',
  name: 'Hacker News',
  icon: hackernewsIcon,
  link: ({ url, text }) =>
    `https://news.ycombinator.com/submitlink?u=${encode(url)}&t=${encode(text)}`,
}

export const flipboard: ShareChannel = {
  channel: 'flipboard',
  name: 'Flipboard',
  icon: flipboardIcon,
  link: ({ url, text }) =>
    `https://share.flipboard.com/bookmarklet/popout?v=2&url=${encode(url)}&title=${encode(text)}`,
}

export const instapaper: ShareChannel = {
  channel: 'instapaper',
  name: 'Instapaper',
  icon: instapaperIcon,
  link: ({ url, text }) =>
    `https://www.instapaper.com/hello2?url=${encode(url)}&title=${encode(text)}`,
}

export const evernote: ShareChannel = {
  channel: 'evernote',
  name: 'Evernote',
  icon: linkGlyph,
  isNamed: true,
  link: ({ url, text }) =>
    `https://www.evernote.com/clip.action?url=${encode(url)}&title=${encode(text)}`,
}

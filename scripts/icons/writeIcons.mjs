import { readFile } from 'node:fs/promises'
import * as icons from 'simple-icons'
import { root } from '../setup/root.mjs'

/** Channels whose brand simple-icons has, by its names. */
const SLUGS = {
  whatsapp: 'Whatsapp',
  messenger: 'Messenger',
  telegram: 'Telegram',
  line: 'Line',
  wechat: 'Wechat',
  viber: 'Viber',
  snapchat: 'Snapchat',
  threema: 'Threema',
  qq: 'Qq',
  gmail: 'Gmail',
  facebook: 'Facebook',
  x: 'X',
  threads: 'Threads',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  reddit: 'Reddit',
  pinterest: 'Pinterest',
  tumblr: 'Tumblr',
  vk: 'Vk',
  ok: 'Odnoklassniki',
  xing: 'Xing',
  weibo: 'Sinaweibo',
  qzone: 'Qzone',
  hatena: 'Hatenabookmark',
  hackernews: 'Ycombinator',
  flipboard: 'Flipboard',
  instapaper: 'Instapaper',
}

/** @returns {Promise<string>} the TypeScript of the icons, as the formatter leaves it */
export async function writeIcons() {
  const file = await readFile(`${root}node_modules/simple-icons/package.json`, 'utf8')
  const { version } = JSON.parse(file)
  const all = new Map(Object.entries(icons))
  const lines = Object.entries(SLUGS).map(([channel, slug]) => {
    const icon = all.get(`si${slug}`)
    if (!icon || !('path' in icon)) throw new Error(`simple-icons ${version} has no ${slug}`)
    return `export const ${channel}Icon =\n  '${icon.path}'\n`
  })
  return `/**
 * Brand icons, as paths in a box of 24 by 24. Written by \`node scripts/icons.mjs\` from simple-icons ${version} (CC0); the
 * marks belong to their brands.
 */
${lines.join('')}`
}

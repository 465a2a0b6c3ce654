import { wechatIcon } from './icons.js'
import { openQr, type LoadQr } from './openQr.js'
import type { ShareChannel } from './shareChannel.js'

/** WeChat, which has no address for sharing: a QR code that its app scans. `loadQr` loads what draws it. */
export function createWechat(loadQr: LoadQr): ShareChannel {
  return {
    channel: 'wechat',
    name: 'WeChat',
    icon: wechatIcon,
    open: (opening) => openQr(opening, loadQr),
  }
}

import { createWechat } from './createWechat.js'
import type { ShareChannel } from './shareChannel.js'

/** WeChat by a QR code, drawn on the client by what is loaded when the reader opens it. */
export const wechat: ShareChannel = /* @__PURE__ */ createWechat(() => import('./drawQr.js'))

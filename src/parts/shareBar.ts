/**
 * The script tag of the share bar: `<script async src="/aparte.share-bar.min.js"></script>`, with or without the main one.
 * `aparte.qr.min.js` lies beside it, and is loaded when a reader opens a QR code.
 */
import { guard } from '../lib/guard.js'
import { allParts } from '../share-bar/allParts.js'
import { createShareBar } from '../share-bar/createShareBar.js'
import { createWechat } from '../share-bar/createWechat.js'
import type { LoadQr } from '../share-bar/openQr.js'

const script = document.currentScript
const beside = new URL(
  'aparte.qr.min.js',
  script instanceof HTMLScriptElement ? script.src : document.baseURI,
)
const wechat = createWechat(() => import(beside.href) as ReturnType<LoadQr>)

guard(
  () => {
    if (!customElements.get('share-bar'))
      customElements.define('share-bar', createShareBar(allParts(wechat)))
  },
  (_, cause) => console.warn(String(cause)),
)()

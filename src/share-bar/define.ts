/**
 * Entry `aparte/share-bar/define`: registers `<share-bar>` with every channel and every language. A page that counts bytes
 * registers `createShareBar` with its own choice instead.
 */
import { allParts } from './allParts.js'
import { createShareBar } from './createShareBar.js'
import { wechat } from './wechat.js'

// Neither on a server, nor where it is registered already.
if (typeof customElements === 'object' && !customElements.get('share-bar')) {
  customElements.define('share-bar', createShareBar(allParts(wechat)))
}

import type { Extension } from './extension.js'
import { clipboard } from './page/clipboard.js'
import { contextMenu } from './page/contextMenu.js'
import { copy } from './page/copy.js'
import { drag } from './page/drag.js'
import { nativeShare } from './page/nativeShare.js'
import { shareLinks } from './page/shareLinks.js'

/** Every gesture that the script tag listens for. */
export function defaultGestures(): Extension[] {
  return [copy(), clipboard(), shareLinks(), nativeShare(), contextMenu(), drag()]
}

/**
 * Copy buttons: a token for the own URL that a page writes to the clipboard by `navigator.clipboard`. A text that holds
 * more than the URL is left alone.
 */
import { patchPromise } from '../dom/patchPromise.js'
import type { Extension } from '../extension.js'
import { guard } from '../lib/guard.js'
import { editUrls } from '../url/editUrls.js'
import { findOwnUrl } from '../url/findOwnUrl.js'

/** What is done with a text that is an own URL, and with the same in HTML. */
interface Found {
  edit: (text: string, isHtml?: boolean) => string
  commit: () => void
}

/** Plugs the clipboard API in: `writeText`, and `write` of one item with plain text. Its channel is `copy-button`. */
export function clipboard(): Extension {
  return ({ isOpen, isOwn, begin, report }) => {
    // Absent in insecure contexts.
    if (!('Clipboard' in window)) return () => {}

    const find = (text: unknown): Found | undefined => {
      const url = typeof text === 'string' && findOwnUrl(text, isOwn)
      const share = url && begin('write', 'copy-button')
      if (!share) return undefined
      const own = { isOwn: (each: string) => each === url, decorate: share.decorate }
      return { edit: (...text) => editUrls(text[0], own, text[1]), commit: share.commit }
    }

    const stops = [
      patchPromise<'writeText', string>(
        Clipboard.prototype,
        'writeText',
        (text) => {
          const found = find(text)
          return found && { argument: found.edit(text), commit: found.commit }
        },
        report,
      ),
      patchPromise<'write', ClipboardItem[]>(
        Clipboard.prototype,
        'write',
        (items) => {
          if (!isOpen()) return undefined
          // Not what can be read but once.
          const [item, more] = Array.isArray(items) ? items : []
          if (!item || more || !item.types.includes('text/plain')) return undefined
          // With promises: what it holds can be read later only, and the write has to begin now.
          const read = async (type: string): Promise<string> => (await item.getType(type)).text()
          const finding = read('text/plain').then(guard(find, report), () => undefined)
          const write = async (type: string): Promise<Blob> => {
            const isHtml = type === 'text/html'
            const found = (isHtml || type === 'text/plain') && (await finding)
            return found
              ? new Blob([found.edit(await read(type), isHtml)], { type })
              : item.getType(type)
          }
          const entries = item.types.map((type) => [type, write(type)] as const)
          return {
            argument: [new ClipboardItem(Object.fromEntries(entries), item)],
            commit: () => finding.then(guard((found) => found?.commit(), report)),
          }
        },
        report,
      ),
    ]
    return () => stops.forEach((stop) => stop())
  }
}

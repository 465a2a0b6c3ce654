/**
 * Copy buttons: a token for the own URL that a page writes to the clipboard by `navigator.clipboard`. A text that holds
 * more than the URL is left alone.
 */
import { patch } from '../dom/patch.js'
import type { Extension, Share } from '../extension.js'
import { guard } from '../lib/guard.js'
import { editUrls } from '../url/editUrls.js'
import { findOwnUrl } from '../url/findOwnUrl.js'

interface Found {
  url: string
  share: Share
}

/** Plugs the clipboard API in: `writeText`, and `write` of one item with plain text. Its channel is `copy-button`. */
export function clipboard(): Extension {
  return ({ isOpen, isOwn, begin, report }) => {
    // Absent in insecure contexts.
    if (!('Clipboard' in window)) return () => {}
    const onThrow = (cause: unknown): void => report('page', cause)

    const find = guard((text: unknown): Found | undefined => {
      const url = typeof text === 'string' && isOpen() ? findOwnUrl(text, isOwn) : undefined
      const share = url && begin('write', 'copy-button')
      return url && share ? { url, share } : undefined
    }, onThrow)

    const edit = (text: string, { url, share }: Found, isHtml?: boolean): string =>
      editUrls(text, { isOwn: (each) => each === url, decorate: share.decorate }, isHtml)

    const wrapText = (original: Clipboard['writeText']): Clipboard['writeText'] =>
      function (this: Clipboard, ...args) {
        const found = find(args[0])
        if (found) args[0] = edit(args[0], found)
        const written = original.apply(this, args)
        // A method that the page has replaced may give nothing back.
        if (found)
          written?.then(
            guard(() => found.share.commit(), onThrow),
            ignore,
          )
        return written
      }

    /** The same item, with promises: what it holds can be read later only, and the write has to begin now. */
    const prepare = guard((items: ClipboardItem[]) => {
      const [item, more] = items
      if (!item || more || !item.types.includes('text/plain')) return undefined
      const read = async (type: string): Promise<string> => (await item.getType(type)).text()
      const finding = read('text/plain').then(find, ignore)
      const write = async (type: string): Promise<Blob> => {
        const isHtml = type === 'text/html'
        const found = (isHtml || type === 'text/plain') && (await finding)
        return found
          ? new Blob([edit(await read(type), found, isHtml)], { type })
          : item.getType(type)
      }
      const entries = item.types.map((type) => [type, write(type)] as const)
      return { item: new ClipboardItem(Object.fromEntries(entries), item), finding }
    }, onThrow)

    const wrap = (original: Clipboard['write']): Clipboard['write'] =>
      function (this: Clipboard, ...args) {
        const prepared = isOpen() ? prepare(args[0]) : undefined
        if (prepared) args[0] = [prepared.item]
        const written = original.apply(this, args)
        if (prepared) {
          const commit = async (): Promise<void> => (await prepared.finding)?.share.commit()
          written?.then(commit).catch(ignore)
        }
        return written
      }

    const stops = [
      patch(Clipboard.prototype, 'writeText', wrapText),
      patch(Clipboard.prototype, 'write', wrap),
    ]
    return () => stops.forEach((stop) => stop())
  }
}

/** The page hears of it by its own promise. */
const ignore = (): undefined => undefined

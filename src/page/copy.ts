/**
 * The copy gesture: tokens for own links and own URLs in what the reader copies. The document is decorated in place,
 * the browser's own copy runs, and everything is restored in the same task, so that every flavour of the clipboard is
 * what the browser writes, and nobody sees the decorated document.
 */
import { decoratePlaces } from '../dom/decoratePlaces.js'
import { findPlaces } from '../dom/findPlaces.js'
import { patch } from '../dom/patch.js'
import { settleSelection } from '../dom/settleSelection.js'
import type { Extension, Share } from '../extension.js'
import { guard } from '../lib/guard.js'
import { listen } from '../lib/listen.js'

/** A copy under way: decorated, and not yet restored. */
interface Copying {
  share: Share
  restore: () => void
  /** The event whose default action writes the clipboard. */
  event: Event
  /** A handler of the page wrote data of its own, and our token stands in it. */
  kept?: boolean
}

/** Plugs the copy gesture in. Its channel is `copy` where the selection is one own URL, else `copy-text`. */
export function copy(): Extension {
  return ({ hosts, isOwn, begin, report }) => {
    // oxlint-disable-next-line typescript/unbound-method -- called with its document below
    const native = Document.prototype.execCommand // saved before a page script patches it
    let copying: Copying | undefined
    let nested = false
    let scripted = 0

    const start = (event: Event): void => {
      const selection = getSelection()
      const [target] = event.composedPath()
      const isField = target instanceof Element && target.matches('input,textarea')
      if (!selection || selection.isCollapsed || isField) return
      const ranges = Array.from({ length: selection.rangeCount }, (_, i) => selection.getRangeAt(i))
      const places = findPlaces(ranges, hosts, isOwn)
      const url = places[places.length - 1]?.url
      const share = url && begin('copy', ranges.join('').trim() === url ? 'copy' : 'copy-text')
      if (!share) return
      const undo = decoratePlaces(places, share.decorate)
      const restore = (): void => {
        undo()
        settleSelection(selection)
      }
      copying = { share, restore, event }
      settleSelection(selection)
    }

    const finish = (written: boolean): void => {
      const done = copying
      copying = undefined
      done?.restore()
      if (written && done && (done.kept || !done.event.defaultPrevented)) done.share.commit()
    }

    const onThrow = (cause: unknown): void => {
      report('page', cause)
      finish(false)
    }

    const onCopy = (event: Event): void => {
      if (nested && copying) copying.event = event
      if (nested || !event.isTrusted || event.defaultPrevented) return
      finish(true) // an earlier copy that still waits for its timeout
      start(event)
      // Inside a script's `execCommand` browsers refuse another one: the wrapper below restores.
      if (!copying || scripted) return
      nested = true
      let written: boolean
      try {
        written = native.call(document, 'copy')
      } finally {
        nested = false
      }
      if (written || copying.event.defaultPrevented) {
        finish(true)
        // The clipboard is written and the handlers of the page have run, both by the nested copy.
        event.preventDefault()
        event.stopImmediatePropagation()
      } else {
        // The browser's menu, more than 5 s after the last activation: let this copy run.
        setTimeout(guard(() => finish(true), onThrow))
      }
    }

    // Behind the handlers of the page: has one written data of its own, with our token in it?
    const onCopied = (event: Event): void => {
      const data = event.defaultPrevented && (event as ClipboardEvent).clipboardData // by its name
      if (data && copying) {
        const { token } = copying.share
        copying.kept = data.types.some((type) => data.getData(type).includes(token))
      }
    }

    const guardedOnCopied = guard(onCopied, onThrow)
    addEventListener('copy', guardedOnCopied)
    const stops = [
      listen(window, 'copy', guard(onCopy, onThrow)),
      patch(Document.prototype, 'execCommand', (original: Document['execCommand']) => {
        return function (this: Document, ...args: Parameters<Document['execCommand']>) {
          scripted++
          let written = false
          try {
            written = original.apply(this, args)
            return written
          } finally {
            if (!--scripted) guard(finish, onThrow)(written)
          }
        }
      }),
      () => removeEventListener('copy', guardedOnCopied),
    ]
    return () => stops.forEach((stop) => stop())
  }
}

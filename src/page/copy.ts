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

/** Plugs the copy gesture in. Its channel is `copy` where the selection is one own URL, else `copy-text`. */
export function copy(): Extension {
  return ({ hosts, isOpen, isOwn, begin, report }) => {
    // oxlint-disable-next-line typescript/unbound-method -- called with its document below
    const native = Document.prototype.execCommand // saved before a page script patches it
    /** The share under way, while the document is decorated. */
    let share: Share | undefined
    let restore = (): void => {}
    /** The event whose default action writes the clipboard. */
    let writing: Event | undefined
    /** A handler of the page wrote data of its own, and our token stands in it. */
    let isKept = false
    let isNested = false
    let scripts = 0

    const start = (): void => {
      const selection = getSelection()
      if (!selection || selection.isCollapsed || !isOpen()) return
      const ranges = Array.from({ length: selection.rangeCount }, (_, i) => selection.getRangeAt(i))
      const places = findPlaces(ranges, hosts, isOwn)
      const url = places[places.length - 1]?.url
      const next = url && begin('copy', ranges.join('').trim() === url ? 'copy' : 'copy-text')
      if (!next) return
      const undo = decoratePlaces(places, next.decorate)
      share = next
      isKept = false
      restore = () => {
        undo()
        settleSelection(selection)
      }
      settleSelection(selection)
    }

    const finish = (isWritten: boolean): void => {
      const done = share
      share = undefined
      if (!done) return
      restore()
      if (isWritten && (isKept || !writing?.defaultPrevented)) done.commit()
    }

    const onThrow = (cause: unknown): void => {
      report('page', cause)
      finish(false)
    }

    const onCopy = (event: Event): void => {
      const [target] = event.composedPath()
      const isField = target instanceof Element && target.matches('input,textarea')
      if (isNested && event.isTrusted) writing = event
      if (isNested || isField || !event.isTrusted || event.defaultPrevented) return
      finish(true) // an earlier copy that still waits for its timeout
      writing = event
      start()
      // Inside a script's `execCommand` browsers refuse another one: the wrapper below restores.
      if (!share || scripts) return
      isNested = true
      let isWritten: boolean
      try {
        isWritten = native.call(document, 'copy')
      } finally {
        isNested = false
      }
      if (isWritten || writing.defaultPrevented) {
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
    const onCopied = guard((event: Event) => {
      const data = event.defaultPrevented && (event as ClipboardEvent).clipboardData // by its name
      const token = share?.token
      if (data && token) isKept = data.types.some((type) => data.getData(type).includes(token))
    }, onThrow)

    const wrap = (original: Document['execCommand']) =>
      function (this: Document, ...args: Parameters<Document['execCommand']>): boolean {
        let isWritten = false
        scripts++
        try {
          isWritten = original.apply(this, args)
          return isWritten
        } finally {
          if (!--scripts) guard(finish, onThrow)(isWritten)
        }
      }

    addEventListener('copy', onCopied)
    const stops = [
      listen(window, 'copy', guard(onCopy, onThrow)),
      patch(Document.prototype, 'execCommand', wrap),
    ]
    return () => {
      removeEventListener('copy', onCopied)
      stops.forEach((stop) => stop())
    }
  }
}

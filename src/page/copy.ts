/**
 * The copy gesture: tokens for own links and own URLs in what the reader copies. The document is decorated in place,
 * the browser's own copy runs, and everything is restored in the same task, so that every flavour of the clipboard is
 * what the browser writes, and nobody sees the decorated document.
 */
import { decoratePlaces, type Place } from '../dom/decoratePlaces.js'
import { fieldOf } from '../dom/fieldOf.js'
import { findPlaces } from '../dom/findPlaces.js'
import { patch } from '../dom/patch.js'
import { readRanges } from '../dom/readRanges.js'
import { settleSelection } from '../dom/settleSelection.js'
import type { CopyHost, Share } from '../extension.js'
import { guard } from '../lib/guard.js'
import { listen, type Stop } from '../lib/listen.js'
import { copyField } from './copyField.js'

/** Plugs the copy gesture in. Its channel is `copy` where the selection is one own URL, else `copy-text`. */
export function copy(): (host: CopyHost) => Stop {
  return (host) => {
    const { additions, hosts, isOpen, isOwn, begin, report } = host
    // oxlint-disable-next-line typescript/unbound-method -- called with its document below
    const native = Document.prototype.execCommand // saved before a page script patches it
    /** The share under way, while the document is decorated. */
    let share: Share | undefined
    let restore = (): void => {}
    /** What is added behind the handlers of the page, where these write nothing of their own. */
    let added: Place[] = []
    /** The event whose default action writes the clipboard. */
    let writing: Event | undefined
    /** A handler of the page wrote data of its own, and our token stands in it. */
    let isKept = false
    let isNested = false
    /** The document was restored under the selection. */
    let isUnsettled = false
    let scripts = 0

    const start = (event: Event): void => {
      const selection = getSelection()
      if (!selection || !isOpen()) return
      const ranges = readRanges(selection, event).filter((range) => !range.collapsed)
      // Not when the document was restored: that would cost a layout of the whole page before the copy is over.
      if (isUnsettled) settleSelection(selection, ranges[0])
      isUnsettled = false
      const places = findPlaces(ranges, hosts, isOwn)
      added = additions.map((add) => add(ranges)).filter((place) => !!place)
      const rest = [...places, ...added]
      const url = rest.pop()?.url
      // An address that is a link has two places. The text of many ones is not asked for: it may be a megabyte.
      const isUrl = rest.length < 2 && ranges.join('').trim() === url
      const next = url && begin('copy', isUrl ? 'copy' : 'copy-text')
      if (!next) return
      const undo = decoratePlaces(places, next.decorate)
      share = next
      isKept = false
      restore = () => {
        undo()
        isUnsettled = true
      }
      settleSelection(selection, ranges[0])
    }

    const finish = (isWritten: boolean): void => {
      const done = share
      share = undefined
      if (!done) return
      guard(restore, report)()
      if (isWritten && (isKept || !writing?.defaultPrevented)) done.commit()
    }

    const onThrow = (code: 'page', cause: unknown): void => {
      report(code, cause)
      finish(false)
    }

    const onCopy = (event: Event): void => {
      if (!event.isTrusted) return
      if (isNested) writing = event
      if (isNested || fieldOf(event) || event.defaultPrevented) return
      finish(true) // an earlier copy that still waits for its timeout
      writing = event
      start(event)
      // Inside a script's `execCommand` browsers refuse another one: the wrapper below restores.
      if (!share || scripts) return
      isNested = true
      let isWritten: boolean
      try {
        isWritten = native.call(document, 'copy')
      } finally {
        isNested = false
      }
      // Nothing has run where a page has replaced `execCommand`, whatever it says.
      if ((isWritten && writing !== event) || writing.defaultPrevented) {
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
      const { clipboardData } = event as ClipboardEvent // by its name
      if (!share) return
      const { token, decorate } = share
      if (event.defaultPrevented)
        isKept = !!clipboardData?.types.some((type) => clipboardData.getData(type).includes(token))
      else {
        const before = restore
        const undo = decoratePlaces(added, decorate)
        added = []
        restore = () => {
          undo()
          before()
        }
      }
    }

    const wrap = (original: Document['execCommand']) =>
      function (this: Document, ...args: Parameters<Document['execCommand']>): boolean {
        let isWritten = false
        scripts++
        try {
          return (isWritten = original.apply(this, args))
        } finally {
          if (!--scripts) guard(finish, onThrow)(isWritten)
        }
      }

    const stops = [
      listen(window, 'copy', guard(onCopied, onThrow), false),
      listen(window, 'copy', guard(onCopy, onThrow)),
      patch(Document.prototype, 'execCommand', wrap),
      copyField(host, native),
    ]
    return () => stops.forEach((stop) => stop())
  }
}

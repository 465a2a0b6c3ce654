/**
 * The part of the copy gesture that is about fields: one whose whole selection is an own URL, such as the hidden field of
 * copy-button libraries, is copied or cut with a token. Browsers write plain text there and nothing else, so that is
 * written for them; everything else in fields is left alone.
 */
import { isIgnored } from '../dom/isIgnored.js'
import type { CopyHost } from '../extension.js'
import { guard } from '../lib/guard.js'
import type { Stop } from '../lib/listen.js'
import { findOwnUrl } from '../url/findOwnUrl.js'

/** Plugs fields in. Gesture `field`, channel `copy`. */
export function copyField({ isOpen, isOwn, begin, report }: CopyHost): Stop {
  // oxlint-disable-next-line typescript/unbound-method -- called with its document below
  const native = Document.prototype.execCommand // saved before a page script patches it
  const onCopy = guard(
    (event: ClipboardEvent): void => {
      const { clipboardData, defaultPrevented, isTrusted, type } = event
      const [field] = event.composedPath()
      const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
      if (!isField || !clipboardData || defaultPrevented || !isTrusted || !isOpen()) return
      const isCut = type === 'cut'
      const { value, selectionStart, selectionEnd, readOnly } = field
      // Null for fields that do not tell, such as of type email.
      const start = selectionStart ?? 0
      const end = selectionEnd ?? 0
      const text = value.slice(start, end)
      const url = findOwnUrl(text, isOwn)
      // Cut out of a word, or what the browser itself would not copy.
      if (/\S/.test(value.slice(start - 1, start) + value.charAt(end))) return
      if (field.type === 'password' || (isCut && readOnly) || isIgnored(event)) return
      const share = url && begin('field', 'copy')
      if (!share) return
      clipboardData.setData(
        'text/plain',
        text.replace(url, () => share.decorate(url)),
      )
      // As the browser would: the page hears of it, and it can be undone. Refused inside a script's own `execCommand`.
      if (isCut && !native.call(document, 'delete')) return
      event.preventDefault()
      share.commit()
    },
    (cause) => report('page', cause),
  )
  // Behind the handlers of the page: what they have prevented or stopped goes on as they wish.
  addEventListener('copy', onCopy)
  addEventListener('cut', onCopy)
  return () => {
    removeEventListener('copy', onCopy)
    removeEventListener('cut', onCopy)
  }
}

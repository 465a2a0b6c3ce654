/**
 * The part of the copy gesture that is about fields: one whose whole selection is an own URL, such as the hidden field of
 * copy-button libraries, is copied or cut with a token. Browsers write plain text there and nothing else, so that is
 * written for them; everything else in fields is left alone.
 */
import { fieldOf } from '../dom/fieldOf.js'
import { isIgnored } from '../dom/isIgnored.js'
import type { CopyHost } from '../extension.js'
import { guard } from '../lib/guard.js'
import { listen, type Stop } from '../lib/listen.js'
import { findOwnUrl } from '../url/findOwnUrl.js'

/** Plugs fields in. Gesture `field`, channel `copy`. `native` is `execCommand` before any page script has patched it. */
export function copyField(
  { isOpen, isOwn, begin, report }: CopyHost,
  native: Document['execCommand'],
): Stop {
  const onCopy = (event: Event): void => {
    const { clipboardData, type } = event as ClipboardEvent // by its name
    const field = fieldOf(event)
    if (!field || !clipboardData || event.defaultPrevented || !event.isTrusted || !isOpen()) return
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
  }
  // Behind the handlers of the page: what they have prevented or stopped goes on as they wish.
  return listen(window, 'copy cut', guard(onCopy, report), false)
}

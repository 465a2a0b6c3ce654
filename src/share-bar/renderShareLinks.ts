import { parseUrl } from '../url/parseUrl.js'
import type { BarMarkup } from './barOptions.js'
import { escapeHtml } from './escapeHtml.js'
import { findLabels } from './findLabels.js'
import { moreGlyph } from './glyphs.js'
import { keepWhole } from './keepWhole.js'
import { readEntries, type Entry } from './readEntries.js'

const hide = (words: string): string => (words ? `<span>${words}</span>` : '')
const drawIcon = (path: string): string =>
  `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"></path></svg>`

/**
 * Writes the links inside a share bar as HTML, for servers: plain links that work before any script and without. The element
 * adds what needs one, when it is upgraded: the share sheet, the copy button, QR codes.
 */
export function renderShareLinks(bar: BarMarkup): string {
  const { channels, more = [], text = '', appId, lang = '', note } = bar
  const labels = findLabels(bar.languages, lang)
  // No channel of the site's own may make a link of `javascript:`.
  const isPage = /^https?:$/.test(parseUrl(bar.url)?.protocol ?? 'http:')
  const page = { url: isPage ? keepWhole(bar.url) : '', text: keepWhole(text), appId }
  const drawLink = ({ name, link, icon, words, pointer, isNamed, isWeb }: Entry): string => {
    if (!link) return ''
    const [before = '', brand = '', after = ''] = words.map(escapeHtml)
    const target = isWeb ? ' target="_blank" rel="nofollow noreferrer"' : ''
    const marks = (pointer ? ` data-pointer="${pointer}"` : '') + (isNamed ? ' data-named' : '')
    const spoken = `${hide(before)}<b>${brand}</b>${hide(after)}`
    return `<a href="${escapeHtml(link(page))}" data-channel="${name}"${marks}${target}>${drawIcon(icon)}${spoken}</a>`
  }
  const drawAll = (shown: BarMarkup['channels']): string =>
    readEntries(shown, { labels, page }).map(drawLink).join('')
  const summary = `<summary>${drawIcon(moreGlyph)}<span>${escapeHtml(labels.more)}</span></summary>`
  return (
    drawAll(channels) +
    (more.length ? `<details>${summary}${drawAll(more)}</details>` : '') +
    (note ? `<small>${escapeHtml(labels.tagNote)}</small>` : '')
  )
}

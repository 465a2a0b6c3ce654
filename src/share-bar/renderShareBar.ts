import type { BarMarkup } from './barOptions.js'
import { escapeHtml } from './escapeHtml.js'
import { findLabels } from './findLabels.js'
import { renderShareLinks } from './renderShareLinks.js'

const nameAll = (channels: BarMarkup['channels']): string =>
  channels.map(({ channel }) => channel).join(' ')

/**
 * Writes a whole share bar as HTML, for servers:
 * `renderShareBar({ channels: [whatsapp], languages: [en], url })` → `<share-bar role="group" …><a href="https://wa.me/?text=…" …>`.
 * All texts and URLs are escaped.
 */
export function renderShareBar(bar: BarMarkup): string {
  const { channels, more = [], url, text, appId, names, note } = bar
  const { lang, dir, share } = findLabels(bar.languages, bar.lang ?? '')
  const attributes: Record<string, string | boolean | undefined> = {
    role: 'group',
    'aria-label': share,
    lang,
    dir,
    url,
    text,
    channels: nameAll(channels),
    more: more.length > 0 && nameAll(more),
    'app-id': appId,
    names,
    note,
  }
  const written = Object.entries(attributes).map(([name, value]) =>
    typeof value === 'string' ? ` ${name}="${escapeHtml(value)}"` : value ? ` ${name}` : '',
  )
  return `<share-bar${written.join('')}>${renderShareLinks(bar)}</share-bar>`
}

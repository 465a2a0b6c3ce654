import { decodeWithOrigin } from './decodeWithOrigin.js'
import type { OwnUrls } from './editUrls.js'
import { findOwnUrl } from './findOwnUrl.js'
import { findOwnUrls } from './findOwnUrls.js'

/** A part of a text, and what shall take its place. */
export interface Edit {
  start: number
  end: number
  text: string
}

/** Redirects in redirects, and their encodings, are followed so deep. */
const MAX_DEPTH = 5

/** Parameters that say where to come back to, where from, or which picture: in part of the name, or the whole of it. */
const NOT_SHARED =
  /redir|return|relay|back|continue|refer|source|client|target|ima?ge?|media|video|thumb|photo|poster|logo|icon|cancel|close|done|exit|success|error|^(dest|pic)|^(next|goto|origin|from|site|state|ref|src|via|q|i)$/i
/** Parameters that hold a URL and no text. */
const HOLDS_URL = /^i?u$|ur[li]|link|href/i

/** A URL in a text that is a picture: in HTML, BBCode or JSON. */
const PICTURE = /(?:src=|img\]|ima?ge?\w*": ?)["']?$/i

/** What differs between a URL at `start` and its decorated form: an older token goes, the new one comes behind the rest. */
const editOf = (start: number, url: string, decorated: string): Edit[] => {
  if (url === decorated) return []
  const more = decorated.length - url.length
  let from = 0
  let to = url.length
  while (from < to && url[from] === decorated[from]) from++
  while (from < to && from < to + more && url[to - 1] === decorated[to - 1 + more]) to--
  let kept = from
  while (!decorated.startsWith(url.slice(kept, to), from)) kept++
  const text = decorated.slice(from + to - kept, to + more)
  return [
    { start: start + from, end: start + kept, text: '' },
    { start: start + to, end: start + to, text },
  ]
}

/**
 * Finds the own URLs that a link carries, in its path, its query or its fragment, encoded as often as it may be, alone or
 * in a text. Returns what to change in the link as it is written, in order, so that every other byte stays; what is put
 * in is encoded as what stands around it.
 */
export function findOwnInLink(href: string, own: OwnUrls, depth = 0): Edit[] {
  const { isOwn, decorate } = own
  const isWeb = /^https?:/i.test(href)
  // Of somebody else's URL in a link only redirects are looked at: a path that holds a URL belongs to an archive.
  const isForeign = isWeb && depth > 0

  // A URL as it is: `/save/https://journal.example/a?x=1`, and without its scheme `/entry/s/journal.example/a`.
  const [head = '', entry, secure = ''] =
    /^(?!.*\/text\/)[^?#&]+?\??(?=https?:\/\/)|^[^?#]+\/(entry)\/(s\/)?/i.exec(href) ?? []
  const scheme = entry ? `http${secure && 's'}://` : ''
  const rest = scheme + href.slice(head.length)
  if (head && isWeb && !isForeign && isOwn(rest))
    return editOf(head.length - scheme.length, rest, decorate(rest))

  const edits: Edit[] = []
  const look = (part: string, offset: number, pieces: RegExp, isForm = isWeb): void => {
    for (const { 0: piece, index } of part.matchAll(pieces)) {
      // In links that were damaged on their way `&amp;` stands for `&`.
      const [given = '', name = ''] = /^(?:amp;)?([\w.[\]-]*)=/.exec(piece) ?? []
      // Further in, what has no name is not decoded any more: its URL cannot be told from what follows.
      if (NOT_SHARED.test(name) || (depth && !name && /https?:\/\//i.test(piece))) continue
      const isUrl = HOLDS_URL.test(name)
      // A plus sign is a blank, but in a URL that nobody has encoded.
      const hasPlus = /%3a%2f%2f/i.test(piece) || (isForm && !isUrl)
      const { text, from } = decodeWithOrigin(piece.slice(given.length), hasPlus)
      for (const edit of findInText(text, isUrl)) {
        const start = offset + index + given.length
        edits.push({
          start: start + (from[edit.start] ?? 0),
          end: start + (from[edit.end] ?? 0),
          // Unpaired surrogates cannot be encoded.
          text: encodeURIComponent(edit.text.replace(/[\ud800-\udfff]/gu, '\ufffd')),
        })
      }
    }
  }
  const findInText = (text: string, isUrl: boolean): Edit[] => {
    const urls = findOwnUrls(text, isOwn)
    const whole = isUrl || !urls.length ? findOwnUrl(text, isOwn) : undefined
    if (whole) return editOf(text.indexOf(whole), whole, decorate(whole))
    if (!urls.length && depth < MAX_DEPTH && text !== href)
      return findOwnInLink(text, own, depth + 1)
    return urls.flatMap(({ start, url }) =>
      PICTURE.test(text.slice(Math.max(0, start - 20), start))
        ? []
        : editOf(start, url, decorate(url)),
    )
  }

  // Before the parameters of `sms:&body=…` there is no question mark, and a URL that nobody has encoded has its own.
  const [, path = '', query = '', fragment = ''] =
    (isForeign ? /^([^?#]*)(\?[^#]*)?(#.*)?/s : /^(.+?)((?:[?&]|https?:\/\/)[^#]*)?(#.*)?$/is).exec(
      href,
    ) ?? []
  if (!isForeign) look(path, 0, isWeb ? /[^/;]+/g : /[^;]+/g, false)
  // Some separate parameters by semicolons, which a URL that nobody has encoded may hold.
  look(query, path.length, /:\/\//.test(query) ? /[^?&][^&]*/g : /[^?&;]+/g)
  look(fragment, path.length + query.length, /[^#&;]+/g)
  return edits
}

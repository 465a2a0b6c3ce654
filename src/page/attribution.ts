/**
 * The attribution line, for sites that opt in: a longer copied text ends with "Read more" and the page's URL, in plain
 * text and in HTML. It stands in the document for the length of the copy only, as the tokens of the copy gesture do.
 */
import { findTextEnd } from '../dom/findTextEnd.js'
import { isCopyable } from '../dom/isCopyable.js'
import { placeLine } from '../dom/placeLine.js'
import type { Addition, Extension } from '../extension.js'
import { guard } from '../lib/guard.js'
import { hasWords } from '../lib/hasWords.js'

/** What the template of an attribution line receives. */
export interface AttributionContext {
  /** The page's URL with its token; the line has to hold it as it is. */
  url: string
  /** Title of the document. */
  title: string
  /** Language of the copied text or of the page as it is declared, such as `fr-CA`; empty where it is not. */
  language: string
}

/** Options of `attribution`. */
export interface AttributionOptions {
  /** Fewest copied words that get the line. Default 30. */
  minWords?: number
  /** Makes the line. Default: "Read more: URL" in the page's language, or in English. */
  template?: (context: AttributionContext) => string
}

const LABELS: Record<string, string> = {
  en: 'Read more:',
  fr: 'Lire la suite :',
  de: 'Mehr dazu:',
  es: 'Leer más:',
  it: 'Continua a leggere:',
  pt: 'Leia mais:',
  nl: 'Lees meer:',
  ar: 'اقرأ المزيد:',
  ja: '続きを読む：',
  zh: '阅读全文：',
}

/** The default template. */
const writeLine = ({ url, language }: AttributionContext): string =>
  `${LABELS[language.toLowerCase().replace(/[-_].*/s, '')] ?? LABELS['en']} ${url}`

/**
 * Plugs the attribution line in; it works together with `copy()`, and its shares are those of that gesture. Nothing is
 * added in code, editors, fields and ignored parts, and where the page writes the clipboard itself.
 *
 * @throws TypeError for options of the wrong type
 */
export function attribution(options: AttributionOptions = {}): Extension {
  const { minWords = 30, template = writeLine } = options
  if (!(minWords >= 0) || typeof template !== 'function')
    throw new TypeError('aparte: attribution: wanted minWords as a number, template as a function')

  return ({ additions, isOwn, report }) => {
    const find: Addition = (ranges) => {
      const [range, more] = ranges
      const url = location.href
      const selection = getSelection()
      // Several ranges, and those of a shadow tree, cannot be extended and set again in every engine.
      if (!range || more || !selection || range.startContainer.getRootNode() !== document)
        return undefined
      const { startContainer: start } = range
      const first = start instanceof Element ? start : start.parentElement
      // The text of a range is cheap; what of it is shown tells the selection.
      const isLong = [range, selection].every((text) => hasWords(String(text), minWords))
      if (!isLong || !isOwn(url) || !isCopyable(first) || !findTextEnd(range)) return undefined
      const language = first?.closest<HTMLElement>('[lang]')?.lang ?? ''
      const write = (written: string): string =>
        template({ url: written, title: document.title, language })
      if (write(url).includes(url)) return placeLine(selection, url, write)
      report('usage', 'attribution: the template left out the URL')
      return undefined
    }
    const add = guard(find, report)
    additions.push(add)
    return () => void additions.splice(additions.indexOf(add), 1)
  }
}

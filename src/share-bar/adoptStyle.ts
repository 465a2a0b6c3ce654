import { style } from './style.js'

/** The sheet of each document and shadow root, once for all bars in it. */
const KEY = Symbol.for('aparte.share-bar')

/** Gives the page or shadow root of a bar its style sheet: a constructed one, which no policy against inline styles refuses. */
export function adoptStyle(bar: HTMLElement): void {
  const root = bar.getRootNode() as (Document | ShadowRoot) & { [KEY]?: boolean } // connected, so it is one of them
  // Absent before Safari 16.4; the style sheet file does the same.
  if (root[KEY] || !root.adoptedStyleSheets) return
  root[KEY] = true
  // That of its own document: a bar may move into a frame.
  const sheet = new (bar.ownerDocument.defaultView ?? window).CSSStyleSheet()
  sheet.replaceSync(style)
  // First: so the style sheets that a site adopts come later.
  root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets]
}

/**
 * What a share bar shows and does: keeps the links that are there, adds those that are missing and the buttons that need a
 * script, and hands out the URL with a token when one of them is pressed.
 */
import { listen } from '../lib/listen.js'
import { canShareNatively } from '../share/canShareNatively.js'
import { readHost } from '../share/readHost.js'
import { readShareUrl } from '../share/readShareUrl.js'
import { adoptStyle } from './adoptStyle.js'
import type { BarParts } from './barOptions.js'
import { createIcon } from './createIcon.js'
import { createItem } from './createItem.js'
import { createNode } from './createNode.js'
import { createPlacer } from './createPlacer.js'
import { createStatus } from './createStatus.js'
import { findLabels } from './findLabels.js'
import { findTag } from './findTag.js'
import { keepWhole } from './keepWhole.js'
import { linkGlyph, moreGlyph, shareGlyph } from './glyphs.js'
import { onLinkClick } from './onLinkClick.js'
import { pickChannels } from './pickChannels.js'
import { pressButton } from './pressButton.js'
import { readEntries, type Entry } from './readEntries.js'
import type { SharedPage } from './shareChannel.js'
import type { ShareLabels } from './shareLabels.js'

/** Makes the view of a bar; the function it gives brings the bar up to date, at first and after every change. */
export function createView(bar: HTMLElement, readParts: () => BarParts): () => void {
  const { place, append, clear, links } = createPlacer()
  const status = createStatus()
  const given = new Map<string, string>()
  // A site that has written links and no list has chosen these.
  const isChosen = !!bar.querySelector('[data-channel]')
  const read = (name: string): string | undefined => bar.getAttribute(name) ?? undefined

  const readTag = (): string => {
    const lang = read('lang')
    // What was set here is no wish of the site.
    return lang && lang !== given.get('lang') ? lang : findTag(bar.parentNode)
  }
  const readLabels = (): ShareLabels => ({
    ...findLabels(readParts().languages, readTag()),
    ...bar.dataset,
  })
  const readPage = (): SharedPage => {
    const url = readShareUrl(read('url'))
    const text = keepWhole(read('text') ?? document.title)
    return { url: readHost()?.strip(url) ?? url, text, appId: read('app-id') }
  }
  let labels = readLabels()
  let page = readPage()
  let shown = ''

  const setDefault = (name: string, value: string): void => {
    // What the site has set stays.
    if (![null, given.get(name)].includes(bar.getAttribute(name))) return
    given.set(name, value)
    bar.setAttribute(name, value)
  }
  const build = (): void => {
    const create = (entry: Entry): HTMLElement =>
      createItem(entry, () => void pressButton(entry, { bar, status, labels, page }))
    const { channels, usual } = readParts()
    const readList = (names?: string): Entry[] =>
      readEntries(names == null ? channels : pickChannels(names, channels), { labels, page })
    const { share, copyLink, more, tagNote } = labels
    const buttons: Entry[] = [
      { name: 'native', icon: shareGlyph, words: ['', share] },
      { name: 'copy-button', icon: linkGlyph, words: ['', copyLink] },
    ]
    if (!canShareNatively() || !matchMedia('(pointer: coarse)').matches) buttons.shift()
    const chosen = readList(read('channels') ?? (isChosen ? '' : usual?.[labels.lang]))
    place(bar, [...buttons, ...chosen], create)
    const others = readList(read('more') ?? '')
    if (others.length) {
      const summary = createNode('summary', {}, createIcon(moreGlyph), createNode('span', {}, more))
      const details =
        bar.querySelector('details') ?? append(bar, createNode('details', {}, summary))
      place(details, others, create)
    }
    if (bar.hasAttribute('note') && !bar.querySelector('small'))
      append(bar, createNode('small', {}, tagNote))
    append(bar, status.element)
    for (const link of bar.querySelectorAll<HTMLAnchorElement>('a[data-channel]'))
      if (!links.has(link)) links.set(link, { isMade: false })
  }

  const refresh = (): void => {
    const { url, text } = page
    labels = readLabels()
    page = readPage()
    const shipped = readParts().channels.map(({ channel }) => channel)
    const written = ['app-id', 'channels', 'more', 'note'].map(read)
    const wanted = JSON.stringify([labels, shipped, written])
    // The bar may have moved into another tree.
    adoptStyle(bar)
    if (wanted !== shown) {
      shown = wanted
      setDefault('role', 'group')
      setDefault('aria-label', labels.share)
      // Words in another language than that of the page say so.
      if (given.has('lang') || !readTag().startsWith(labels.lang.slice(0, 2)))
        setDefault('lang', labels.lang)
      if (bar.lang) bar.dir = labels.dir
      clear()
      build()
    }
    const isOther = page.url !== url || page.text !== text
    for (const [link, { entry, isMade }] of links) {
      // What a site has written stays as it is, until the page has another URL.
      const href = (isMade || isOther) && entry?.link?.(page)
      if (href) link.href = href
    }
  }

  onLinkClick(bar, links, () => page.url)
  // A route may have changed the URL since, without a load.
  listen(bar, 'pointerover focusin', () => {
    if (readPage().url !== page.url) refresh()
  })
  return refresh
}

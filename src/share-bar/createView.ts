/**
 * What a share bar shows and does: keeps the links that are there, adds those that are missing and the buttons that need a
 * script, and hands out the URL with a token when one of them is pressed.
 */
import type { Channel } from '../channel/channels.js'
import { listen } from '../lib/listen.js'
import { beginShare } from '../share/beginShare.js'
import { canShareNatively } from '../share/canShareNatively.js'
import { copyUrl } from '../share/copyUrl.js'
import { readHost } from '../share/readHost.js'
import { readShareUrl } from '../share/readShareUrl.js'
import { shareNatively } from '../share/shareNatively.js'
import { adoptStyle } from './adoptStyle.js'
import type { BarParts } from './barOptions.js'
import { createIcon } from './createIcon.js'
import { createItem } from './createItem.js'
import { createNode } from './createNode.js'
import { createPlacer } from './createPlacer.js'
import { findLabels } from './findLabels.js'
import { linkGlyph, moreGlyph, shareGlyph } from './glyphs.js'
import { onLinkClick } from './onLinkClick.js'
import { readEntries, type Entry } from './readEntries.js'
import type { SharedPage } from './shareChannel.js'
import type { ShareLabels } from './shareLabels.js'
import { showField } from './showField.js'

/** Makes the view of a bar; the function it gives brings the bar up to date, at first and after every change. */
export function createView(bar: HTMLElement, readParts: () => BarParts): () => void {
  const { place, append, clear, links } = createPlacer()
  const status = createNode('span', { role: 'status' })
  // A site that has written links and no list has chosen these.
  const isChosen = !!bar.querySelector('[data-channel]')
  const read = (name: string): string | undefined => bar.getAttribute(name) ?? undefined

  const readLabels = (): ShareLabels => {
    const { lang } = bar.closest<HTMLElement>('[lang]') ?? bar
    return { ...findLabels(readParts().languages, lang), ...bar.dataset }
  }
  const readPage = (): SharedPage => {
    const url = readShareUrl(read('url'))
    const text = read('text') ?? document.title
    return { url: readHost()?.strip(url) ?? url, text, appId: read('app-id') }
  }
  let labels = readLabels()
  let page = readPage()
  let shown = ''

  const say = (text: string): void => {
    status.textContent = text
  }
  const press = async ({ name, open }: Entry): Promise<void> => {
    const { url, text } = page
    // A word that is there already is not heard again.
    say('')
    if (open) {
      // A channel by its name.
      return open({ bar, labels, ...beginShare('api', name as Channel, url) })
    }
    if (name === 'native') {
      const ended = await shareNatively({ url, title: text })
      if (ended === 'shared') say(labels.shared)
      if (ended !== 'failed') return
    }
    const isCopied = await copyUrl(url)
    showField(bar, isCopied ? undefined : { url, label: labels.copyLink })
    say(isCopied ? labels.copied : labels.copyFailed)
  }

  const build = (): void => {
    const create = (entry: Entry): HTMLElement => createItem(entry, () => void press(entry))
    const readList = (names = ''): Entry[] =>
      readEntries(
        names
          .split(/\s+/)
          .flatMap((name) => readParts().channels.find(({ channel }) => channel === name) ?? []),
        { labels, page },
      )
    const { share, copyLink, more, tagNote } = labels
    const buttons: Entry[] = [
      { name: 'native', icon: shareGlyph, words: ['', share] },
      { name: 'copy-button', icon: linkGlyph, words: ['', copyLink] },
    ]
    if (!canShareNatively() || !matchMedia('(pointer: coarse)').matches) buttons.shift()
    const chosen = readList(read('channels') ?? (isChosen ? '' : labels.channels))
    place(bar, [...buttons, ...chosen], create)
    const others = readList(read('more'))
    if (others.length) {
      const summary = createNode('summary', {}, createIcon(moreGlyph), createNode('span', {}, more))
      const details =
        bar.querySelector('details') ?? append(bar, createNode('details', {}, summary))
      place(details, others, create)
    }
    if (bar.hasAttribute('note') && !bar.querySelector('small'))
      append(bar, createNode('small', {}, tagNote))
    append(bar, status)
  }

  const refresh = (): void => {
    const { url, text } = page
    labels = readLabels()
    page = readPage()
    const wanted = JSON.stringify([labels, page.appId, ...['channels', 'more', 'note'].map(read)])
    if (wanted !== shown) {
      shown = wanted
      adoptStyle(bar)
      bar.role ??= 'group'
      bar.ariaLabel ??= labels.share
      clear()
      build()
    }
    const isOther = page.url !== url || page.text !== text
    for (const [link, known] of links) {
      // What a site has written stays as it is, until the page has another URL.
      if (known.isMade || isOther) link.href = known.entry.link?.(page) ?? link.href
      known.href = link.href
    }
  }

  onLinkClick(bar, links, () => page.url)
  // A route may have changed the URL since, without a load.
  listen(bar, 'pointerover focusin', () => {
    if (readPage().url !== page.url) refresh()
  })
  return refresh
}

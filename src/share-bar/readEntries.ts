import type { ShareChannel, SharedPage } from './shareChannel.js'
import type { ShareLabels } from './shareLabels.js'

/** One thing to press. */
export interface Entry {
  /** What it is known by in the markup: a channel, or `native`, `copy-button`. */
  name: string
  /** Where it leads for a page; undefined for a button. */
  link?: NonNullable<ShareChannel['app']> | undefined
  icon: string
  /** The words before the brand, the brand, and those behind it, which together are the accessible name. */
  words: string[]
  /** Set where it is for one kind of pointer only. */
  pointer?: 'coarse' | 'fine'
  isNamed?: boolean | undefined
  /** Whether the link opens a page, which gets a window of its own; an app would leave it empty. */
  isWeb?: boolean
  open?: ShareChannel['open']
}

/** Reads what a bar shows of a list of channels, in its order: links, and buttons for QR codes. */
export function readEntries(
  channels: readonly ShareChannel[],
  { labels, page }: { labels: ShareLabels; page: SharedPage },
): Entry[] {
  return channels.flatMap(({ channel, name: brand, icon, isNamed, label, link, app, open }) => {
    const text = labels[label ?? 'shareOn']
    const parts = text.split('{name}')
    // A label without the brand says all by itself.
    const [before = '', name = '', after = ''] =
      parts[1] == null ? ['', text] : [parts[0], brand, parts[1]]
    const entry = { name: channel, icon, isNamed }
    const href = link?.(page)
    const isWeb = href?.startsWith('http') ?? false
    const entries: Entry[] = []
    if (link && href) {
      const inNew = isWeb ? `${after} (${labels.newWindow})` : after
      const toLink = (given: SharedPage): string => link(given) ?? href
      const words = [before, name, inNew]
      entries.push({ ...entry, words, isWeb, link: toLink, ...(app && { pointer: 'fine' }) })
    }
    if (app) entries.push({ ...entry, words: [before, name, after], link: app, pointer: 'coarse' })
    if (open) entries.push({ ...entry, words: ['', brand, `: ${labels.showQr}`], open })
    return entries
  })
}

import type { ShareChannel, SharedPage } from './shareChannel.js'
import type { ShareLabels } from './shareLabels.js'

/** What a page ships for its bars: only these channels and languages can be shown. */
export interface BarParts {
  /** A bar that names none shows all of them, in this order. */
  channels: readonly ShareChannel[]
  /** At least one; the first stands in for languages that are missing. */
  languages: readonly ShareLabels[]
  /** Names of the channels that a bar shows instead, by language, where it names none itself. */
  usual?: Readonly<Record<string, string>>
}

/** How a bar is written on a server: with these channels, in this order. */
export interface BarMarkup extends BarParts, Pick<SharedPage, 'url' | 'appId'> {
  /** Further channels, behind "More ways to share". Default: none. */
  more?: readonly ShareChannel[] | undefined
  /** What to say of the page; best its title. Default: nothing. */
  text?: string | undefined
  /** Language of the labels, as of `lang` attributes. Default: the first of `languages`. */
  lang?: string | undefined
  /** Whether names stand beside the icons. */
  names?: boolean | undefined
  /** Whether a sentence tells the reader of the tag. */
  note?: boolean | undefined
}

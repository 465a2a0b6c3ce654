import type { Channel } from '../channel/channels.js'
import { copyUrl } from '../share/copyUrl.js'
import { readCleanUrl } from './readCleanUrl.js'
import { shareNatively, type Shared } from '../share/shareNatively.js'
import { readTracker } from './readTracker.js'

/** What a page passes on. */
export interface ShareInput {
  /** An own URL, also a relative one. Default: the canonical URL of the page, else its address. */
  url?: string | undefined
  /** Title, for the share sheet. */
  title?: string | undefined
  /** Text to go with it, for the share sheet. */
  text?: string | undefined
}

/** What buttons of a site do, from the handler of a click or key. Neither throws or rejects. */
export interface ShareActions {
  share: {
    /** Opens the share sheet of the system, and tells how that ended. */
    (): Promise<Shared>
    /** Records a share and returns the URL with a token in it, for a link or window that the handler opens. */
    (channel: Channel): string
  }
  /** Copies the URL with a token in it, and tells whether the clipboard took it. */
  copy: () => Promise<boolean>
}

/** Makes the two; what is passed on is read when they are called. */
export function createShareActions(readInput: () => ShareInput): ShareActions {
  const readUrl = (): string => readCleanUrl(readInput().url)
  function share(): Promise<Shared>
  function share(channel: Channel): string
  function share(channel?: Channel): Promise<Shared> | string {
    const url = readUrl()
    // As the handler itself it is given the event.
    return typeof channel === 'string'
      ? (readTracker()?.share(channel, url) ?? url)
      : shareNatively({ ...readInput(), url } as ShareData & { url: string }) // what is undefined is left out
  }
  return { share, copy: () => copyUrl(readUrl()) }
}

import {
  createShareActions,
  type ShareActions,
  type ShareInput,
} from '../adapter/createShareActions.js'
import { canShareNatively } from '../share/canShareNatively.js'
import { readCleanUrl } from '../adapter/readCleanUrl.js'
import { followPage } from './followPage.js'

/** What a button of the site needs. `url` and `canShareNatively` are reactive: read them from the object each time. */
export interface ShareControl extends ShareActions {
  /** What is passed on, absolute and clean, to be shown; on the server and in the first render, `url` as given or empty. */
  readonly url: string
  /** Whether there is a share sheet; false on the server and in the first render. */
  readonly canShareNatively: boolean
}

/** Gives a share button what it does and what it shows. The input may be a getter. */
export function useShare(input: ShareInput | (() => ShareInput) = {}): ShareControl {
  const readInput = typeof input === 'function' ? input : (): ShareInput => input
  const url = followPage(
    () => readCleanUrl(readInput().url),
    () => readInput().url ?? '',
  )
  const native = followPage(canShareNatively, () => false)
  return {
    ...createShareActions(readInput),
    get url() {
      return url.current
    },
    get canShareNatively() {
      return native.current
    },
  }
}

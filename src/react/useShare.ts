import { useMemo, useSyncExternalStore } from 'react'
import {
  createShareActions,
  type ShareActions,
  type ShareInput,
} from '../adapter/createShareActions.js'
import { onChange } from '../adapter/onChange.js'
import { canShareNatively } from '../share/canShareNatively.js'
import { readCleanUrl } from '../adapter/readCleanUrl.js'

/** What a button of the site needs. */
export interface ShareControl extends ShareActions {
  /** What is passed on, absolute and clean, to be shown; on the server and while hydrating, `url` as given or empty. */
  url: string
  /** Whether there is a share sheet; false on the server and while hydrating. */
  canShareNatively: boolean
}

/** Gives a share button what it does and what it shows. The functions stay the same while the input does. */
export function useShare({ url, title, text }: ShareInput = {}): ShareControl {
  const actions = useMemo(
    () => createShareActions(() => ({ url, title, text })),
    [url, title, text],
  )
  return {
    ...actions,
    url: useSyncExternalStore(
      onChange,
      () => readCleanUrl(url),
      () => url ?? '',
    ),
    canShareNatively: useSyncExternalStore(onChange, canShareNatively, () => false),
  }
}

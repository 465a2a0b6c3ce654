import { toValue, type ComputedRef, type MaybeRefOrGetter } from 'vue'
import {
  createShareActions,
  type ShareActions,
  type ShareInput,
} from '../adapter/createShareActions.js'
import { canShareNatively } from '../share/canShareNatively.js'
import { readCleanUrl } from '../adapter/readCleanUrl.js'
import { followPage } from './followPage.js'

/** What a button of the site needs. */
export interface ShareControl extends ShareActions {
  /** What is passed on, absolute and clean, to be shown; on the server and in the first render, `url` as given or empty. */
  url: ComputedRef<string>
  /** Whether there is a share sheet; false on the server and in the first render. */
  canShareNatively: ComputedRef<boolean>
}

/** Gives a share button what it does and what it shows. The input may be a ref or a getter. */
export function useShare(input: MaybeRefOrGetter<ShareInput> = {}): ShareControl {
  const readUrl = (): string | undefined => toValue(input).url
  return {
    ...createShareActions(() => toValue(input)),
    url: followPage(
      () => readCleanUrl(readUrl()),
      () => readUrl() ?? '',
    ),
    canShareNatively: followPage(canShareNatively, () => false),
  }
}

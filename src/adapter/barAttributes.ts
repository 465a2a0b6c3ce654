import { findLabels } from '../share-bar/findLabels.js'
import type { BarProps } from './barProps.js'

/**
 * The attributes of a share bar, alike on servers and in browsers, with undefined for those that it does not have. The lists
 * of channels are not among them: `equipBar` sets them once the element knows the channels.
 *
 * @throws TypeError without a language
 */
export function barAttributes(props: BarProps): Record<string, string | undefined> {
  const { share, lang, dir } = findLabels(props.languages, props.lang ?? '')
  const flag = (isSet: boolean | undefined): string | undefined => (isSet ? '' : undefined)
  return {
    role: 'group',
    'aria-label': share,
    lang,
    dir,
    url: props.url,
    text: props.text,
    'app-id': props.appId,
    names: flag(props.names),
    note: flag(props.note),
  }
}

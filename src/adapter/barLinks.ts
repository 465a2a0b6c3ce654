import { renderShareLinks } from '../share-bar/renderShareLinks.js'
import type { BarProps } from './barProps.js'

/** Writes the links of a share bar as HTML, for a server; empty without an absolute URL, which every link needs. */
export function barLinks({ url = '', ...props }: BarProps): string {
  return /^https?:/i.test(url) ? renderShareLinks({ url, ...props }) : ''
}

import { barLinks } from '../adapter/barLinks.js'
import { escapeHtml } from '../share-bar/escapeHtml.js'
import { readBarAttributes } from './readBarAttributes.js'
import type { ShareBarProps } from './ShareBarProps.js'

/** Writes a share bar as HTML: on the server and in the browser the same, which Svelte asks for. */
export function writeBar(props: ShareBarProps): string {
  const attributes = readBarAttributes(props).map(([name, value]) =>
    value === undefined ? '' : ` ${name}="${escapeHtml(value)}"`,
  )
  return `<share-bar${attributes.join('')}>${barLinks(props)}</share-bar>`
}

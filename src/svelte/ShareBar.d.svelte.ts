import type { Component } from 'svelte'
import type { ShareBarProps } from './ShareBarProps.js'

/**
 * Shows the share bar `<share-bar>`, on a server as plain links. What is inside belongs to the element: Svelte neither sees nor
 * changes it.
 */
declare const ShareBar: Component<ShareBarProps>
export default ShareBar

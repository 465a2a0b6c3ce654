/**
 * Entry `aparte/share-bar`: the element `<share-bar>`, its channels and its languages. Importing it touches nothing, also in
 * Node; `aparte/share-bar/define` registers the element with everything.
 */
export type { BarMarkup, BarParts } from './barOptions.js'
export { createShareBar, type ShareBarElement } from './createShareBar.js'
export * from './labels.js'
export * from './privateChannels.js'
export * from './publicChannels.js'
export { renderShareBar } from './renderShareBar.js'
export { renderShareLinks } from './renderShareLinks.js'
export type { Opening, ShareChannel, SharedPage } from './shareChannel.js'
export type { ShareLabels } from './shareLabels.js'
export { style } from './style.js'
export { wechat } from './wechat.js'

/**
 * Entry `aparte/token`: everything pure about tokens and URLs. Runs in browsers, workers and Node alike.
 */
export { channels, type Channel, type Kind } from './channel/channels.js'
export { kindOf } from './channel/kindOf.js'
export { mintToken } from './token/mintToken.js'
export { readToken, type TokenContent } from './token/readToken.js'
export { decorate, type DecorateOptions } from './url/decorate.js'
export { decorateShareLink, type ShareLinkOptions } from './url/decorateShareLink.js'
export { detect, type DetectOptions, type Detection } from './url/detect.js'
export type { ShareLink } from './url/rewriteShareLink.js'
export { strip, type StripOptions } from './url/strip.js'

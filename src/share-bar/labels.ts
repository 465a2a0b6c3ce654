/** The words of the share bar, by language. */
export * from './latinLabels.js'
export * from './otherLabels.js'

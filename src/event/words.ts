/**
 * The closed lists of words in wire format 1, as data. A type test keeps each equal to its union type; channels are not
 * here, because their table may grow and an old collector shall not lose the events of a newer one.
 */

/** What the reader has allowed: the values of `mode`. */
export const modes = ['granted', 'exempt', 'cookieless'] as const

/** Of which sort a channel is: the values of `kind`. */
export const kinds = ['private', 'blind', 'public', 'later', 'other'] as const

/** What the reader did to pass a link on: the values of `gesture`. */
export const gestures = [
  'copy',
  'field',
  'write',
  'link',
  'open',
  'native',
  'context',
  'drag',
  'bar',
  'api',
] as const

/** How a view came about: the values of `navigation`. */
export const navigations = ['navigate', 'reload', 'back_forward', 'restore', 'route'] as const

/** What an engage event belongs to: the values of `arrival`. */
export const arrivals = ['landing', 'view'] as const

/** What shows that a person is there: the values of `evidence`. */
export const evidences = ['input', 'time'] as const

/** How good a web vital is: the values of `rating`. */
export const ratings = ['good', 'needs-improvement', 'poor'] as const

/** Why events were given up: the values of `why`. */
export const whys = ['full', 'old', 'refused', 'quota'] as const

/** Name of the query parameter that carries the token, unless a site sets another: two to eight lower-case letters. */
export const DEFAULT_PARAM = 'dks'

/** Longest URL that is looked at, in UTF-16 units. Own URLs beyond it are neither decorated nor read. */
export const MAX_URL_LENGTH = 8192

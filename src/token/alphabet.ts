/** Crockford's base32 in lower case: no i, l, o, u, so that a token survives being read aloud or typed. */
export const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** What a token looks like, its check aside. The first letter is never a hex digit; `z` is kept for a later version. */
export const TOKEN_PATTERN = '[ghjkmnpqrstvwxy][0-9a-hjkmnp-tv-z]{12}'

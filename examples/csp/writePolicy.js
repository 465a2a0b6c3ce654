/**
 * Writes the policy of a page: nothing is allowed but what it names, and no string becomes code or markup.
 *
 * @param {string} nonce New for each answer; only script elements that carry it run, and what they import.
 * @returns {string} The value of the header `Content-Security-Policy`.
 */
export function writePolicy(nonce) {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    'img-src data:',
    // The endpoint is a path of this site; another host would have to stand here.
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    'report-uri /reports',
  ].join('; ')
}

/** Licences that ask for no more than their text and a name, and MPL-2.0, which asks for changes to its own files. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'Zlib',
])

/**
 * Tells whether a licence expression of SPDX may be installed here: one side of OR, or both of AND.
 *
 * @param {string} expression such as `(MIT OR GPL-3.0-or-later)`
 * @returns {boolean}
 */
export function isAllowed(expression) {
  const text = expression.trim()
  const inner = /^\(([^()]*)\)$/.exec(text)?.[1] ?? text
  return inner
    .split(' OR ')
    .some((side) => side.split(' AND ').every((name) => ALLOWED.has(name.trim())))
}

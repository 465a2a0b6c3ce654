const TOKEN = 'g0gc6vye2xp5e'

/** Name → what is repeated, what stands before it, and what behind. */
const UNITS: Record<string, [unit: string, head?: string, tail?: string]> = {
  letters: ['a'],
  '%': ['%'],
  '%25': ['%25'],
  '%2525': ['%2525'],
  '%C0%80, no UTF-8': ['%C0%80'],
  '%F0%9F%98%80': ['%F0%9F%98%80'],
  '%EF%B7%BA, 18 letters in NFKC': ['%EF%B7%BA'],
  'ﷺ, 18 letters in NFKC': ['ﷺ'],
  '&': ['&'],
  '&amp;': ['&amp;'],
  '&amp;amp;amp;…': ['amp;', '/a?x=1&', 'dks='],
  'a=1&, many parameters': ['a=1&', '/?'],
  'dks=1&, many of our name': ['dks=1&', '/?'],
  '%252525…': ['25', '/?dks%', '3D'],
  'amp;': ['amp;', '&'],
  '&#0000': ['0', '&#'],
  '&#0&#0': ['&#0'],
  '?': ['?'],
  '#': ['#'],
  '=3D': ['=3D'],
  '\\u00': ['\\u00'],
  '=\\n': ['=\n'],
  '%E2%80%8B': ['%E2%80%8B'],
  dks: ['dks'],
  'dks=': ['dks='],
  '?dks=': ['?dks='],
  'dks + spaces': [' ', '?dks'],
  'dks ++++': ['+', '?dks'],
  'dks= + signs': ['.', '?dks='],
  'dks= and signs': ['?dks=.........'],
  'dks= and entities': ['?dks=&quot;&lt;'],
  'dks= + &lt;': ['&lt;', '?dks='],
  'dks= + ==== ': ['=', '?dks=g'],
  'dks= + a=a=': ['a=', '?dks='],
  'dks= + letters': ['g', '?dks='],
  'dks= + letters + i': ['g', '?dks=', 'i'],
  'dks= + ____ + i': ['_', '?dks=g', 'i'],
  'dks= + digits': ['1', '?dks='],
  'dks= + 13 of 14 letters': [`?dks=${TOKEN}e`],
  'dks=token + ____': ['_', `?dks=${TOKEN}`],
  'dks=token_ …': [`?dks=${TOKEN}_a`],
  'dks=g + ./:': ['./:', '?dks=g'],
  'dks=ggg…, %-encoded': ['%67', '%3Fdks%3D'],
  '?=/': ['?=/'],
}

/** Names of URLs that were written to slow a search down. */
export const HOSTILE_URLS: readonly string[] = Object.keys(UNITS)

/** Writes one of them, `length` characters long. */
export function hostileUrl(name: string, length: number): string {
  const [unit = '', head = '', tail = ''] = UNITS[name] ?? []
  const rest = length - head.length - tail.length
  return head + unit.repeat(Math.ceil(rest / unit.length)).slice(0, rest) + tail
}

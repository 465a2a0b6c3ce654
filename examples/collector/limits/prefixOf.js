import { isIPv6 } from 'node:net'

/**
 * What tells one client from another: an IPv4 address as it is, of an IPv6 address the first 64 bits, because the rest is the
 * client's to choose: `2001:db8::1` gives `2001:db8:0:0`, `::ffff:203.0.113.7` gives `203.0.113.7`.
 *
 * @param {string} address
 * @returns {string}
 */
export function prefixOf(address) {
  const [plain = ''] = address.toLowerCase().split('%')
  const mapped = plain.replace(/^::ffff:(?=\d+\.)/, '')
  if (!isIPv6(mapped)) return mapped
  const [head = '', tail] = mapped.split('::')
  const before = head ? head.split(':') : []
  const after = tail ? tail.split(':') : []
  // An address that ends in four numbers has one group less than it has parts of 16 bits.
  const groups = before.length + after.length + (mapped.includes('.') ? 1 : 0)
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - groups }, () => '0')
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

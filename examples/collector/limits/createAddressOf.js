import { BlockList, isIP } from 'node:net'

/**
 * Whose request or connection it is: the address to limit, or undefined for one that is not limited.
 *
 * @callback AddressOf
 * @param {string | undefined} peer address of the other end of the connection
 * @param {string} [forwarded] the header `X-Forwarded-For`
 * @returns {string | undefined}
 */

const LOOPBACK = ['127.0.0.0/8', '::1/128']

/**
 * Makes the function that tells whose request it is. Without a trusted proxy that is the peer, and this machine itself is not
 * limited: a proxy on it that nobody declared would stand for all readers at once. What a trusted proxy says in
 * `X-Forwarded-For` is read from its end, over every trusted hop; what stands before the first other one anybody can write.
 *
 * @param {readonly string[]} [proxies] addresses, networks such as `10.0.0.0/8`, or `loopback`
 * @returns {AddressOf}
 * @throws {TypeError} that names what is no address
 */
export function createAddressOf(proxies = []) {
  const trusted = listOf(proxies.flatMap((proxy) => (proxy === 'loopback' ? LOOPBACK : [proxy])))
  const local = listOf(LOOPBACK)
  return (peer = '', forwarded) => {
    let address = plainOf(peer)
    if (!has(trusted, address)) return has(local, address) ? undefined : address
    const hops = forwarded?.split(',') ?? []
    for (let hop = hops.pop(); hop !== undefined; hop = hops.pop()) {
      const next = plainOf(hop)
      if (!isIP(next)) break
      address = next
      if (!has(trusted, address)) return address
    }
    return undefined // the proxy itself, or one that names nobody
  }
}

/** Without blanks, port, brackets, zone and what maps IPv4 into IPv6. @param {string} text */
const plainOf = (text) =>
  text
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '')

/** @param {BlockList} list @param {string} address */
const has = (list, address) => {
  const version = isIP(address)
  return version > 0 && list.check(address, version === 6 ? 'ipv6' : 'ipv4')
}

/** @param {readonly string[]} networks */
const listOf = (networks) => {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    const version = isIP(address)
    const most = version === 6 ? 128 : 32
    if (!version || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= most)))
      throw new TypeError(`"${network}" is no address and no network such as 10.0.0.0/8.`)
    list.addSubnet(address, Number(bits ?? most), version === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}

import type { LogLine } from './logLine.js'

/**
 * Reads a line of the W3C's extended format, as CloudFront and IIS write it, by the names that its `#Fields:` line gave.
 * Undefined for a line with another number of fields, or where the names do not tell the request.
 */
export function readFieldsLine(line: string, names: readonly string[]): LogLine | undefined {
  const isTabbed = line.includes('\t')
  const values = line.split(isTabbed ? '\t' : ' ')
  if (values.length !== names.length) return undefined
  const read = (name: string): string => {
    const value = values[names.indexOf(name)] ?? ''
    return value === '-' ? '' : value
  }
  const path = read('cs-uri-stem') || read('cs-uri')
  if (!path) return undefined
  const query = read('cs-uri-query')
  const agent = read('cs(user-agent)') || read('cs-user-agent')
  return {
    targets: [query ? `${path}?${query}` : path],
    // CloudFront percent-encodes, its older logs twice; IIS writes a plus sign for a blank.
    agents: agent ? [decode(decode(isTabbed ? agent : agent.replace(/\+/g, ' ')))] : [],
    times: [`${read('date')} ${read('time')}`],
  }
}

const decode = (text: string): string =>
  text.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))

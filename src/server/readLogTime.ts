const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun'].concat([
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
])
/** As nginx and Apache write it: `26/Nov/2026:07:44:07 +0000`. */
const COMMON = /^(\d\d)\/(\w{3})\/(\d{4}):(\d\d:\d\d:\d\d)(?:\.\d+)?(?: ?([+-]\d\d):?(\d\d))?$/
/** ISO 8601, also with slashes or with a blank in the middle; without a zone it is UTC, as in logs of the W3C's format. */
const ISO =
  /^(\d{4}[-/]\d\d[-/]\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:[.,](\d{1,3})\d*)?(Z|[+-]\d\d:?\d\d)?$/i
/** Seconds have ten digits from 2001 to 2286; what has more is milliseconds, microseconds or nanoseconds. */
const SECONDS_BELOW = 1e11
/** JSON can write numbers that no division makes small: `1e999`. */
const LATEST_NS = 1e20

/**
 * Reads a time as access logs write it, in milliseconds since 1970: `readLogTime('26/Nov/2026:07:44:07 +0100')`, ISO 8601, or
 * a number of seconds, milliseconds, microseconds or nanoseconds. Undefined for anything else.
 */
export function readLogTime(time: unknown): number | undefined {
  if (typeof time === 'number') return readNumber(time)
  if (typeof time !== 'string') return undefined
  if (/^\d{9,19}(?:\.\d+)?$/.test(time)) return readNumber(Number(time))
  const [, day = '', name = '', year = '', clock = '', hours = '+00', minutes = '00'] =
    COMMON.exec(time) ?? []
  if (year) {
    const month = MONTHS.indexOf(name.toLowerCase()) + 1
    return readIso(`${year}-${pad(month)}-${day}T${clock}${hours}:${minutes}`)
  }
  const [, date, at, fraction = '0', zone = 'Z'] = ISO.exec(time) ?? []
  if (!date || !at) return undefined
  const whole = zone.replace(/^(.\d\d)(\d\d)$/, '$1:$2').toUpperCase()
  return readIso(
    `${date.replace(/\//g, '-')}T${at.length < 6 ? `${at}:00` : at}.${fraction.padEnd(3, '0')}${whole}`,
  )
}

const pad = (month: number): string => String(month).padStart(2, '0')

const readIso = (text: string): number | undefined => {
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? undefined : ms
}

const readNumber = (given: number): number | undefined => {
  if (!(given > 0 && given < LATEST_NS)) return undefined
  let ms = given < SECONDS_BELOW ? given * 1000 : given
  while (ms >= SECONDS_BELOW * 1000) ms /= 1000
  return Math.round(ms)
}

import { createElement } from './createElement.js'

const CLOCK = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' })
const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })

/**
 * A moment as a `time` element: the clock, with the date before it on another day than today.
 *
 * @param {number} ts Milliseconds since 1970.
 */
export function timeOf(ts) {
  const date = new Date(ts)
  if (Number.isNaN(date.getTime())) return createElement('time', { text: '–' })
  const today = DATE.format(date) === DATE.format(new Date())
  const text = today ? CLOCK.format(date) : `${DATE.format(date)} ${CLOCK.format(date)}`
  const time = createElement('time', { text })
  time.setAttribute('datetime', date.toISOString())
  return time
}

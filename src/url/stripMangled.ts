import { detect } from './detect.js'
import { strip } from './strip.js'

/** A percent sign, itself encoded however often. */
const PERCENT = '%(?:25)*'
/** What may be glued to a token and has no meaning in a URL. */
const GLUED = `(?:[^&#=/?%]|%(?!(?:25)*(?:2[36f]|3[df])))`
/** What a token may be broken by. */
const BROKEN = '(?:=?%[\\da-f]{2})*'

/**
 * Whether a text ends in the value of a parameter that holds a path or a URL: what stands there is somebody else's. By the
 * last pair alone and in two steps, because one pattern for all of it is cubic in `?=/?=/?=/…`.
 */
const endsInUrl = (text: string): boolean => {
  const pair = text.slice(Math.max(0, text.lastIndexOf('&'), text.lastIndexOf('#')))
  const [, value = ''] = /[?&#][^?&#=]*=(.*)/s.exec(pair) ?? []
  return /\/|%(25)*2f/i.test(value)
}

/**
 * Takes tokens out of a URL as `strip` does, then the one that `detect` still finds there, in a form that messengers, mail
 * gateways and people have made of it: behind `&amp;`, percent-encoded, with signs or words glued to it, in the fragment.
 * `/a?x=1&amp;dks=g0gc6vye2xp5e).` becomes `/a?x=1`.
 *
 * Every other byte stays. A token is left alone where that cannot be had: in a URL that is the value of a parameter, and where
 * something is glued to it that may have a meaning.
 */
export function stripMangled(url: string, param: string): string {
  const clean = strip(url, { param })
  const { token } = detect(clean, { param }) ?? {}
  if (!token) return clean
  const pair = RegExp(
    `([?&#]|${PERCENT}(?:2[36]|3f))(?:(?:amp|#0*38|#x0*26)(?:;|%3b))*${param}${GLUED}{0,9}(?:=|${PERCENT}3d)(?:3d)?${GLUED}{0,9}?` +
      `${[...token].join(BROKEN)}(?![_-]*[0-9a-z])${GLUED}*[=/]?(?:$|(?=#)|([?&]|${PERCENT}(?:26|3f)))`,
    'gi',
  )
  return clean.replace(pair, (found, sign: string, next: string | undefined, at: number) => {
    if (!/[&#]/.test(sign) && endsInUrl(clean.slice(0, at))) return found
    if (!next) return ''
    const [isAnd, isNextAnd] = [sign, next].map((one) => /&|26/.test(one))
    // `%26` is on the level of `%3F`, and `%2526` on another one.
    if (sign.length === next.length) return !isAnd ? sign : isNextAnd ? next : found
    return next.length > 1 || (!isAnd && isNextAnd) ? found : next
  })
}

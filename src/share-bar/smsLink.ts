import { joinText } from './joinText.js'
import type { SharedPage } from './shareChannel.js'

/** Writes the link of a text message. iOS reads the text behind `&`, Android behind `?`; a server does not know, so both. */
export function smsLink(page: SharedPage): string {
  const before = typeof document === 'undefined' ? '?&' : isIos() ? '&' : '?'
  return `sms:${before}body=${joinText(page)}`
}

/** Whether this is an iPhone or iPad; the latter says that it is a Mac, which has no touch screen. */
function isIos(): boolean {
  const { userAgent, maxTouchPoints } = navigator
  return /iP[aho]/.test(userAgent) || (/Mac/.test(userAgent) && maxTouchPoints > 1)
}

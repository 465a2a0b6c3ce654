/**
 * Names that damage or collide: those that begin with an HTML entity which needs no semicolon (in markup `&copy=` turns
 * into ©=), and those that content systems and logins use. Source: the table of named character references of HTML.
 */
const REFUSED =
  /^(amp|lt|gt|quot|nbsp|iexcl|iquest|cent|pound|curren|yen|brvbar|sect|copy|ord[fm]|[lr]aquo|not|shy|reg|macr|deg|plusmn|micro|para|middot|c?cedil|[aeinouy]?(acute|circ|grave|tilde|uml)|aring|aelig|eth|times|divide|oslash|thorn|szlig|(id|cat|tag|page|post|feed|lang|ref|src|url|path|query|search|sort|view|action|code|state|key|auth|login|user|token|nonce|sid)$)/

/** Tells whether a parameter name may carry tokens: two to eight lower-case letters, and none that is refused. */
export function isUsableParam(name: string): boolean {
  return /^[a-z]{2,8}$/.test(name) && !REFUSED.test(name)
}

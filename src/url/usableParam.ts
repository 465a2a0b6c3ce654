/**
 * Names that damage or collide: those that begin with an HTML entity which needs no semicolon (in markup `&copy=` turns
 * into ©=), and those that content systems and logins use. Source: the table of named character references of HTML.
 */
const REFUSED =
  /^(amp|lt|gt|quot|nbsp|iexcl|iquest|cent|pound|curren|yen|brvbar|sect|copy|ord[fm]|[lr]aquo|not|shy|reg|macr|deg|plusmn|micro|para|middot|times|divide|thorn|szlig|eth|[a-z]?(acute|circ|grave|tilde|uml|cedil|slash|ring|elig)|(id|cat|tag|page|post|lang|ref|url|code|state|key|user|token)$)/

/** Tells whether a parameter name may carry tokens: two to eight lower-case letters, and none that is refused. */
export function isUsableParam(name: string): boolean {
  return /^[a-z]{2,8}$/.test(name) && !REFUSED.test(name)
}

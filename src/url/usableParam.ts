/**
 * Pattern of the parameter names that may carry tokens: two to eight lower-case letters. Names are left out that begin
 * with an HTML entity which needs no semicolon (in markup `&copy=` turns into ©=), and those that content systems and
 * logins use. Source: the table of named character references of HTML.
 */
export const USABLE_PARAM =
  '(?!amp|lt|gt|quot|nbsp|iexcl|iquest|cent|pound|curren|yen|brvbar|sect|copy|ord[fm]|[lr]aquo|not|shy|reg|macr|deg|plusmn|micro|para|middot|times|divide|thorn|szlig|eth|[a-z]?(acute|circ|grave|tilde|uml|cedil|slash|ring|elig)|(id|cat|tag|page|post|lang|ref|url|code|state|key|user|token)$)[a-z]{2,8}'

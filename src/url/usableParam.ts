/**
 * Pattern of the parameter names that may carry tokens: two to eight lower-case letters. Names are left out that begin
 * with an HTML entity which needs no semicolon (in markup `&copy=` turns into ©=), and those that content systems and
 * logins use. size: the entities are cut to what still tells them, which refuses some more names. Source: the table of named character references of HTML.
 */
export const USABLE_PARAM =
  '(?!amp|lt|gt|quot|nbs|iex|iq|cent|pound|curr|yen|brv|sect|copy|ord[fm]|[lr]aq|not|shy|reg|macr|deg|plus|micr|para|mid|times|div|tho|sz|eth|.?(acu|circ|grav|til|uml|ced|sla|ring|eli)|(id|cat|tag|page|post|lang|ref|url|code|state|key|user|token)$)[a-z]{2,8}'

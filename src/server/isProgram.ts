/** What every browser names, from text browsers to telephones of 2005: an engine, or the word that all of them begin with. */
const BROWSER =
  /Mozilla\/|Opera|AppleWebKit|Gecko|MIDP|UP\.Browser|NetFront|Obigo|UCWEB|UC ?Browser|DoCoMo|Lynx|Links\b|w3m|Dillo|NetSurf|HbbTV/i
/** What a browser writes behind its first word: its system in brackets, or the language of the nineties. */
const WELL_FORMED = /^(?!Mozilla)|^Mozilla\/[\d.]+ ?[([](?!compatible[);]? *$)/
/** The model of a telephone, which may have any name: makers are called Cubot, a model Spider. */
const MODEL = /(Android[^;()]*;(?: [a-z]{2}[-_][a-z]{2};)?)[^;]*?(?=;|\) |\)$)/i
/** An address where to complain; Ecosia's browser has an `@` of its own. */
const ADDRESS = /https?:|\bwww\.\w|\w@(?!\d)[\w-]+\.\w|\((?:at|@)\)|^[\w.-]+\.(?:com|net|org|io)\b/i
/** Old browsers that said so too. */
const COMPATIBLE = /^(?!.*(?:MSIE|Konqueror|NetFront|iCab|Trident|Maemo)).*\bcompatible\b/
/** What programs are called, or what they are written in. */
const TRADE = RegExp(
  [
    '(?<!cu)bot(?:s?\\b|[\\d_])|crawl|spider|slurp|scrap|harvest|archiv|index(?:er|\\b)|fetch|retriev|download|nutch|heritrix|httrack',
    'monitor|uptime|\\bping|health|check(?:er|\\b)|valida|verif|scan(?:ner|\\b)|audit|inspect|analy[sz]|probe|\\btest(?:er|\\b)',
    'preview|unfurl|thumb|screenshot|snapshot|capture|render|optimi[sz]er|proxy|prefetch|headless|synthetic|automat|page ?speed|ptst/|gtmetrix',
    'feed|\\brss|aggregat|newsreader|subscri|\\breader/|sitemap|search(?:engine)?/|\\bseo|seo\\b|\\bagent\\b',
    'python|\\bjava\\b|\\bruby|\\bphp|\\bperl|powershell|http[-_. ]?(?:client|unit|get|request)',
    '(?:Mediapartners|APIs|Google)-|-Google|GoogleOther|Google Favicon|Yahoo[A-Z]',
  ].join('|'),
  'i',
)

/**
 * Tells by the form of a user agent whether a program without a reader wrote it, known by name or not: it names no engine of a
 * browser, is not written as browsers write, gives an address, calls itself compatible, or names its trade.
 *
 * Source: the samples of crawler-user-agents (MIT); browsers of all kinds as the other side. Of what writes the user agent of a
 * browser, unchanged, it tells nothing.
 */
export function isProgram(userAgent: string): boolean {
  const text = userAgent.replace(MODEL, '$1')
  return (
    !BROWSER.test(text) ||
    !WELL_FORMED.test(text) ||
    ADDRESS.test(text) ||
    COMPATIBLE.test(text) ||
    TRADE.test(text)
  )
}

import type { ShareLabels } from './shareLabels.js'

/** Reads a language tag with its likely script: `zh-TW` → `zh`, `Hant`. Undefined for what is none. */
function readLocale(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag).maximize()
  } catch {
    return undefined // RangeError
  }
}

/**
 * Finds the labels for a language tag: the same language and region, else the same language in the same script (`fr-CA` →
 * `fr`, `zh-TW` → `zh-Hant`); the first ones for a language that is missing.
 */
export function findLabels(languages: readonly ShareLabels[], tag: string): ShareLabels {
  const wanted = readLocale(tag)
  const fits = (keys: ('language' | 'script' | 'region')[]): ShareLabels | undefined =>
    languages.find(({ lang }) => {
      const locale = readLocale(lang)
      return keys.every((key) => locale?.[key] === wanted?.[key])
    })
  const [first] = languages
  if (!first) throw new TypeError('aparte: share bar: got no languages, wanted at least one')
  return fits(['language', 'script', 'region']) ?? fits(['language', 'script']) ?? first
}

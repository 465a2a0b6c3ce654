/** Parses a URL, absolute or relative to `base`; undefined for what is none. Browsers before 2024 lack `URL.parse`. */
export function parseUrl(href: string, base?: string): URL | undefined {
  try {
    return new URL(href, base)
  } catch {
    return undefined // TypeError: Invalid URL
  }
}

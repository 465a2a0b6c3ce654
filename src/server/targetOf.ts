const REQUEST = /^[A-Z][A-Z_-]{1,19} ((?:\/|https?:\/\/).*?)(?: HTTP\/[\d.]+)?$/

/** What a request line asks for: `targetOf('GET /a?b=1 HTTP/2.0') === '/a?b=1'`; undefined for what is no request line. */
export function targetOf(request: string): string | undefined {
  return REQUEST.exec(request)?.[1]
}

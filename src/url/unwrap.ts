import { decodeWithOrigin } from './decodeWithOrigin.js'

/** Takes back, once, how a URL was encoded: percent-encoding, full-width forms, and entities of HTML. */
export function unwrap(text: string): string {
  return decodeWithOrigin(text, false)
    .text.normalize('NFKC')
    .replace(/&(?:amp|#0*38|#x0*26);/gi, '&')
    .replace(/&(?:equals|#0*61|#x0*3d);/gi, '=')
}

/**
 * Takes back how a URL was broken: line breaks, characters that nobody sees, and other ways to write `?`, `=` and `&`, of
 * quoted-printable (`=3D`), of Proofpoint's links (`-3D`) and of scripts (`\u003d`, `\x3d`), which become percent-encoding.
 */
export function unfold(text: string): string {
  return text
    .replace(/=?\r?\n|[\t\p{Cf}]/gu, '')
    .replace(/(?:[=-]|\\x|[%\\]u00)(?=26|3[df])/gi, '%')
}

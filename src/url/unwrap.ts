import { decodeWithOrigin } from './decodeWithOrigin.js'

/** Takes back, once, how a URL was encoded: percent-encoding, and the entities of HTML for `&` and `=`. */
export function unwrap(text: string): string {
  return decodeWithOrigin(text, false)
    .text.replace(/&(?:amp|#0*38|#x0*26);/gi, '&')
    .replace(/&(?:equals|#0*61|#x0*3d);/gi, '=')
}

/**
 * Takes back how a URL was broken: line breaks, characters that nobody sees, full-width forms, and other ways to write `?`,
 * `=`, `&` and `#`, of quoted-printable (`=3D`), of Proofpoint's links (`-3D`) and of scripts (`\u003d`, `\x3d`, of which
 * browsers make `/u003d` in a path), which become percent-encoding.
 */
export function unfold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/=?\r?\n|[\t\p{Cf}]/gu, '')
    .replace(/(?:[=-]|[\\/]x|[%\\/]u00)(?=2[36]|3[df])/gi, '%')
}

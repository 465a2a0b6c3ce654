import { editions } from '../content/editions.js'

/**
 * The page for an address that does not exist, in the language that the address suggests.
 *
 * @param {string} path
 * @returns {import('./page.js').Page}
 */
export function notFoundPage(path) {
  const lang = path.startsWith('/fr/') ? 'fr' : 'en'
  const { words, home } = editions[lang]
  return {
    lang,
    path: '',
    title: words.lostTitle ?? '',
    description: words.lost ?? '',
    main: `<div class="lost"><h1>${words.lostTitle}</h1><p>${words.lost}</p>
<p><a href="${home}">${words.lostBack}</a></p></div>`,
  }
}

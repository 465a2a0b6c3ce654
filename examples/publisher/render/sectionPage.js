import { articles } from '../content/articles.js'
import { editions } from '../content/editions.js'
import { teaser } from './teaser.js'

/**
 * All stories of one section.
 *
 * @param {'en' | 'fr'} lang
 * @param {string} section
 * @param {(name: string) => string} figure
 * @returns {import('./page.js').Page}
 */
export function sectionPage(lang, section, figure) {
  const { home, sections, words } = editions[lang]
  const name = sections[section] ?? section
  const stories = articles.filter((article) => article.lang === lang && article.section === section)
  return {
    lang,
    path: `${home}${section}/`,
    name: 'section',
    section,
    title: name,
    description: `${name}. ${words.motto}`,
    main: `<h1 class="section-name">${name}</h1>
<div class="list">${stories.map((article) => teaser(article, figure)).join('\n')}</div>`,
  }
}

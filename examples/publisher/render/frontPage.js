import { articles } from '../content/articles.js'
import { editions } from '../content/editions.js'
import { liveDesk, liveEntries } from '../content/live.js'
import { escapeHtml } from './escapeHtml.js'
import { pathOf } from './pathOf.js'
import { teaser } from './teaser.js'

/** @param {string} iso */
const clock = (iso) => `<time datetime="${iso}">${iso.slice(11, 16)}</time>`

/**
 * The front page of an edition: lead story, live strip, grid, and titles of the other edition.
 *
 * @param {'en' | 'fr'} lang
 * @param {(name: string) => string} figure
 * @returns {import('./page.js').Page}
 */
export function frontPage(lang, figure) {
  const { words, home } = editions[lang]
  const [lead, ...rest] = articles.filter((article) => article.lang === lang)
  if (!lead) throw new Error(`no article in ${lang}`)
  const other = lang === 'en' ? 'fr' : 'en'
  const live = liveEntries
    .slice(0, 3)
    .map(
      ({ id, time, title, lang }) =>
        `<li lang="${lang}">${clock(time)} <a href="/live/${id}">${escapeHtml(title)}</a></li>`,
    )
  const abroad = articles
    .filter((article) => article.lang === other)
    .map((article) => `<li><a href="${pathOf(article)}">${escapeHtml(article.title)}</a></li>`)
  return {
    lang,
    path: home,
    name: 'front',
    title: words.frontTitle ?? '',
    description: words.motto ?? '',
    alternates: { en: editions.en.home, fr: editions.fr.home },
    main: `<h1 class="hidden">La Vigie</h1>
<section class="lead">${teaser(lead, figure)}</section>
<aside class="live" aria-labelledby="live-now">
<h2 id="live-now">${words.liveNow}</h2>
<div><p lang="en"><a href="/live/">${escapeHtml(liveDesk.title)}</a></p><ol>${live.join('')}</ol></div>
</aside>
<div class="grid">${rest.map((article) => teaser(article, figure)).join('\n')}</div>
<aside class="abroad">
<h2>${words.otherEdition}</h2>
<ul lang="${other}">${abroad.join('')}</ul>
</aside>`,
  }
}

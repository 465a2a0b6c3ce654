import { articles } from '../content/articles.js'
import { editions } from '../content/editions.js'
import { escapeHtml } from './escapeHtml.js'
import { pathOf } from './pathOf.js'

/**
 * One story with its illustration, its own address spelled out, and what to read next.
 *
 * @param {import('../content/articles.js').Article} article
 * @param {{ origin: string, text: string, figure: (name: string) => string }} parts `text` is the HTML of the story, in
 *   which `{{url}}` stands for the absolute address of the page.
 * @returns {import('./page.js').Page}
 */
export function articlePage(article, { origin, text, figure }) {
  const { lang, section, story } = article
  const { home, sections, words, locale } = editions[lang]
  const path = pathOf(article)
  const url = escapeHtml(origin + path)
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(
    new Date(`${article.date}T12:00:00Z`),
  )
  const editionsOfStory = articles.filter((one) => one.story === story)
  const translation = editionsOfStory.find((one) => one.lang !== lang)
  const related = articles
    .filter((one) => one.lang === lang && one !== article)
    .sort((a, b) => Number(b.section === section) - Number(a.section === section))
    .slice(0, 3)
  return {
    lang,
    path,
    name: 'article',
    section,
    title: article.title,
    description: article.standfirst,
    alternates: translation
      ? Object.fromEntries(editionsOfStory.map((one) => [one.lang, pathOf(one)]))
      : {},
    main: `<article>
<header>
<p class="kicker"><a href="${home}${section}/">${sections[section]}</a></p>
<h1>${escapeHtml(article.title)}</h1>
<p class="standfirst">${escapeHtml(article.standfirst)}</p>
<p class="byline">${article.byline} · <time datetime="${article.date}">${date}</time>${
      translation
        ? ` · <a href="${pathOf(translation)}" hreflang="${translation.lang}" lang="${translation.lang}">${words.alsoIn}</a>`
        : ''
    }</p>
</header>
<figure>
<div class="art" role="img" aria-label="${escapeHtml(article.alt)}">${figure(article.figure)}</div>
<figcaption>${escapeHtml(article.caption)}</figcaption>
</figure>
<div class="prose">
${text.replaceAll('{{url}}', url)}
<p class="permalink">${words.permalink} <a href="${path}">${url}</a></p>
</div>
</article>
<aside class="related" aria-labelledby="related">
<h2 id="related">${words.related}</h2>
<ul>${related
      .map(
        (one) =>
          `<li><p class="kicker">${sections[one.section]}</p><a href="${pathOf(one)}">${escapeHtml(one.title)}</a></li>`,
      )
      .join('')}</ul>
</aside>`,
  }
}

import { editions } from '../content/editions.js'
import { escapeHtml } from './escapeHtml.js'
import { pathOf } from './pathOf.js'

/**
 * One story in a list: illustration, section, linked title, standfirst.
 *
 * @param {import('../content/articles.js').Article} article
 * @param {(name: string) => string} figure SVG of an illustration by its name.
 * @param {'h2' | 'h3'} [heading]
 */
export function teaser(article, figure, heading = 'h2') {
  const { sections } = editions[article.lang]
  return `<article class="teaser" lang="${article.lang}">
<div class="art" aria-hidden="true">${figure(article.figure)}</div>
<div class="text">
<p class="kicker">${sections[article.section]}</p>
<${heading}><a href="${pathOf(article)}">${escapeHtml(article.title)}</a></${heading}>
<p class="standfirst">${escapeHtml(article.standfirst)}</p>
</div>
</article>`
}

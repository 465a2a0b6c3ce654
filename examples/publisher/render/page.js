import { editions } from '../content/editions.js'
import { consentPanel } from './consentPanel.js'
import { escapeHtml } from './escapeHtml.js'

/** Style sheets in the order of the cascade. */
const STYLES = 'site masthead lists front sections story live art foot print'.split(' ')

/**
 * @typedef {object} Page
 * @property {'en' | 'fr'} lang
 * @property {string} path                           Canonical path; empty for a page that does not exist.
 * @property {string} title
 * @property {string} description
 * @property {string} main                           HTML of the main element's content.
 * @property {string} [name]                         Class of the body, such as `article`.
 * @property {string} [section]                      Key of the current section.
 * @property {Partial<Record<'en' | 'fr', string>>} [alternates] Path of the same content by language.
 * @property {string[]} [modules]                    Paths of further scripts.
 *
 * @typedef {{ origin: string, snippet: { head: string, end: string } }} Site
 */

/**
 * The one frame around every page: head, masthead, sections, footer, snippet.
 *
 * @param {Page} page
 * @param {Site} site
 * @returns {string} A whole HTML document.
 */
export function page(page, site) {
  const { lang, path, title, description, main, name = 'plain', modules = [] } = page
  const { words, home, sections, locale } = editions[lang]
  const other = lang === 'en' ? 'fr' : 'en'
  const links = Object.entries(page.alternates ?? {}).map(
    ([hreflang, to]) => `<link rel="alternate" hreflang="${hreflang}" href="${site.origin}${to}">`,
  )
  const today = new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(
    new Date('2026-11-23T12:00:00Z'),
  )
  const nav = [
    [home, words.front, path === home],
    ...Object.entries(sections).map(([key, label]) => [
      `${home}${key}/`,
      label,
      page.section === key,
    ]),
    ['/live/', words.live, page.section === 'live'],
  ].map(
    ([href, label, current]) =>
      `<li><a href="${href}"${current ? ` aria-current="${path === href ? 'page' : 'true'}"` : ''}>${label}</a></li>`,
  )
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)} · La Vigie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${escapeHtml(description)}">
<meta name="color-scheme" content="light dark">
${path && `<link rel="canonical" href="${site.origin}${path}">`}
${links.join('\n')}
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${STYLES.map((name) => `<link rel="stylesheet" href="/${name}.css">`).join('\n')}
${site.snippet.head}
${['/consent.js', ...modules].map((src) => `<script type="module" src="${src}"></script>`).join('\n')}
</head>
<body class="${name}">
<a class="skip" href="#main">${words.skip}</a>
<header class="masthead">
<div class="ears">
<p><time datetime="2026-11-23">${today}</time></p>
<p><a href="${page.alternates?.[other] ?? editions[other].home}" hreflang="${other}" lang="${other}">${editions[other].language}</a></p>
</div>
<p class="nameplate"><a href="${home}"><span lang="fr">La Vigie</span></a></p>
<p class="motto">${words.motto}</p>
<nav aria-label="${words.nav}"><ul>${nav.join('')}</ul></nav>
</header>
<main id="main" tabindex="-1">
${main}
</main>
<footer>
<div class="foot">
<p><b lang="fr">La Vigie</b> · ${words.imprint}</p>
${consentPanel(lang)}
</div>
</footer>
<p id="landing" role="status" data-words="${escapeHtml(words.landing ?? '')}" hidden><span></span><button type="button" aria-label="${words.dismiss}">×</button></p>
${site.snippet.end}
</body>
</html>
`
}

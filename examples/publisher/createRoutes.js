import { readFile } from 'node:fs/promises'
import { articles } from './content/articles.js'
import { editions } from './content/editions.js'
import { liveEntries } from './content/live.js'
import { articlePage } from './render/articlePage.js'
import { frontPage } from './render/frontPage.js'
import { livePage } from './render/livePage.js'
import { pathOf } from './render/pathOf.js'
import { sectionPage } from './render/sectionPage.js'

/** @typedef {(origin: string) => import('./render/page.js').Page} Route */

/** @param {string} name */
const read = (name) => readFile(new URL(`content/${name}`, import.meta.url), 'utf8')

/**
 * Reads the content and lists every page of the site.
 *
 * @returns {Promise<Map<string, Route>>} By canonical path.
 */
export async function createRoutes() {
  /** @type {Map<string, string>} */
  const figures = new Map()
  for (const { figure } of articles) figures.set(figure, await read(`figures/${figure}.svg`))
  /** @param {string} name */
  const figure = (name) => figures.get(name) ?? ''

  /** @type {Map<string, Route>} */
  const routes = new Map()
  for (const lang of /** @type {const} */ (['en', 'fr'])) {
    const { home, sections } = editions[lang]
    routes.set(home, () => frontPage(lang, figure))
    for (const section of Object.keys(sections)) {
      routes.set(`${home}${section}/`, () => sectionPage(lang, section, figure))
    }
  }
  for (const article of articles) {
    const text = await read(`${article.lang}/${article.slug}.html`)
    routes.set(pathOf(article), (origin) => articlePage(article, { origin, text, figure }))
  }
  routes.set('/live/', () => livePage())
  for (const entry of liveEntries) routes.set(`/live/${entry.id}`, () => livePage(entry))
  return routes
}

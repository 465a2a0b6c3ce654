/**
 * Finds an article to try things on: the first link of the publisher's front page that leads deeper than a section.
 *
 * @param {string} publisher its address
 * @returns {Promise<string>} the front page itself where it has no such link
 */
export async function findArticle(publisher) {
  const page = await (await fetch(`${publisher}/`)).text()
  const main = page.slice(Math.max(0, page.indexOf('<main')))
  const path = /href="(\/[\w-]+\/[^"#?]+)"/.exec(main)?.[1]
  return new URL(path ?? '/', publisher).href
}

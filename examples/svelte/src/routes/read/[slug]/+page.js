import { error } from '@sveltejs/kit'
import { articles } from '$lib/articles.js'

/** The article of the address, and the one to read on with. */
export function load({ params }) {
  const index = articles.findIndex(({ slug }) => slug === params.slug)
  if (index < 0) error(404, 'There is no such page')
  return { article: articles[index], next: articles[(index + 1) % articles.length] }
}

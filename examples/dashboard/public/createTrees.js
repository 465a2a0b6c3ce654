import { createBranch } from './createBranch.js'
import { createElement } from './createElement.js'
import { createList } from './createList.js'
import { countOf } from './countOf.js'
import { pathOf } from './pathOf.js'

/** The latest few articles begin open, so that the page stays short. */
const OPEN_AT_FIRST = 6

/**
 * The trees of shares, one for each article.
 *
 * @param {Element} parent
 * @returns {(trees: Record<string, any>[]) => void}
 */
export function createTrees(parent) {
  const update = createList(
    parent,
    ({ site, page }) => `${site} ${page}`,
    (tree) => {
      const figures = createElement('span', { class: 'quiet' })
      const summary = createElement(
        'summary',
        {},
        createElement('span', { class: 'page', text: pathOf(tree.page) }),
        createElement('span', { class: 'site quiet', text: tree.site }),
        figures,
      )
      const list = createElement('ul', { class: 'branches' })
      const element = createElement('details', { class: 'tree' }, summary, list)
      element.open = parent.children.length < OPEN_AT_FIRST
      const updateRoots = createList(list, ({ token }) => token, createBranch)
      return {
        element,
        update: ({ shares, landings, people, roots }) => {
          figures.textContent = [
            countOf(shares, 'share'),
            countOf(landings, 'landing'),
            countOf(people, 'person', 'people'),
          ].join(' · ')
          updateRoots(roots)
        },
      }
    },
  )
  return (trees) => {
    // The site is worth saying where there are several.
    parent.classList.toggle('one-site', new Set(trees.map(({ site }) => site)).size < 2)
    update(trees)
  }
}

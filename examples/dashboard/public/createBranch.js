import { countOf } from './countOf.js'
import { createElement } from './createElement.js'
import { createList } from './createList.js'
import { createPreviewNote } from './createPreviewNote.js'
import { timeOf } from './timeOf.js'

/** How many shares hang below a share. */
const countBelow = ({ children }) => children.reduce((sum, child) => sum + 1 + countBelow(child), 0)

/**
 * One share in a tree, with the shares that came of it as a nested list that can be folded.
 *
 * @param {Record<string, any>} share
 * @returns {{ element: HTMLElement, update: (share: Record<string, any>) => void }}
 */
export function createBranch({ token, channel, kind, depth, ts, certain }) {
  const fold = createElement('button', { class: 'fold' })
  fold.type = 'button'
  const landings = createElement('span', { class: 'count', data: { measure: 'landings' } })
  const people = createElement('span', { class: 'count', data: { measure: 'people' } })
  const name = createElement('b', { text: channel })
  const line = createElement(
    'div',
    { class: 'share' },
    fold,
    createElement('span', { class: 'dot', data: { kind } }),
    name,
    createElement('span', { class: 'quiet', text: depth === 0 ? 'depth ?' : `depth ${depth}` }),
    landings,
    people,
  )
  if (certain === false)
    line.append(createElement('span', { class: 'quiet', text: 'offered only' }))
  line.append(
    createElement('span', { class: 'meta' }, createElement('code', { text: token }), timeOf(ts)),
  )

  const list = createElement('ul', { class: 'branches' })
  const updateChildren = createList(list, (child) => child.token, createBranch)
  let below = 0
  let folded = false
  let told = ''
  const show = () => {
    list.hidden = folded || below === 0
    fold.hidden = below === 0
    fold.setAttribute('aria-expanded', String(!folded))
    fold.setAttribute('aria-label', `${countOf(below, 'share')} that came of this one`)
  }
  fold.addEventListener('click', () => {
    folded = !folded
    show()
  })
  return {
    element: createElement('li', {}, line, list),
    update: (share) => {
      landings.textContent = countOf(share.landings, 'landing')
      landings.classList.toggle('none', share.landings === 0)
      people.textContent = countOf(share.people, 'person', 'people')
      people.classList.toggle('none', share.people === 0)
      const network = share.preview?.network ?? ''
      if (network !== told) {
        told = network
        line.querySelector('.told')?.remove()
        const note = createPreviewNote(share)
        if (note) name.after(note)
      }
      below = countBelow(share)
      updateChildren(share.children)
      show()
    },
  }
}

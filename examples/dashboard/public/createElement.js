/**
 * Makes an element. Texts go in as text only, never as markup: what events say is foreign.
 *
 * @param {string} name Of the tag.
 * @param {{ class?: string, data?: Record<string, string>, text?: string }} [options]
 * @param {...Node} children
 * @returns {HTMLElement}
 */
export function createElement(name, options = {}, ...children) {
  const element = document.createElement(name)
  if (options.class) element.className = options.class
  Object.assign(element.dataset, options.data)
  if (options.text !== undefined) element.textContent = options.text
  element.append(...children)
  return element
}

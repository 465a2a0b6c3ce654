/**
 * Makes the only element of the page, a new one, with this HTML in it; it is where applications go. By way of a template, because
 * happy-dom connects elements before they have their children otherwise.
 */
export function place(html = ''): void {
  const template = document.createElement('template')
  template.innerHTML = `<div id="app">${html}</div>`
  document.body.replaceChildren(template.content)
}

/** Finds it. */
export function findPlace(): Element {
  const found = document.querySelector('#app')
  if (!found) throw new Error('place() has not been called')
  return found
}

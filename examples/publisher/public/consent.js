/**
 * The consent switch. A choice takes effect at once through the tracker's queue, and only a choice is remembered: until
 * then this file writes nothing. At the next load the inline script in the head hands the choice over as an option.
 */
const KEY = 'consent'
const panel = document.getElementById('consent')
const current = panel.querySelector('[data-current]')
const remembered = panel.querySelector('[data-remembered]')
const radios = [...panel.querySelectorAll('input')]

/** The remembered mode, or undefined. Reading throws where the browser forbids storage. */
function readChoice() {
  try {
    const mode = localStorage.getItem(KEY)
    return radios.some((radio) => radio.value === mode) ? mode : undefined
  } catch {
    return undefined
  }
}

/** Shows a mode in the panel, and whether it is kept. */
function show(choice) {
  const chosen = radios.find((radio) => radio.value === (choice ?? 'cookieless'))
  chosen.checked = true
  current.textContent = panel.querySelector(`label[for="${chosen.id}"]`).textContent
  remembered.hidden = choice === undefined
}

/** Tells the tracker, now or as soon as it is there. */
function apply(choice) {
  ;(window.aparte = window.aparte || []).push((tracker) => tracker.consent(choice ?? 'cookieless'))
}

panel.addEventListener('change', ({ target }) => {
  apply(target.value)
  try {
    localStorage.setItem(KEY, target.value)
  } catch {
    // Storage forbidden or full: the choice holds for this page.
  }
  show(target.value)
  remembered.hidden = readChoice() === undefined
})

remembered.querySelector('button').addEventListener('click', () => {
  localStorage.removeItem(KEY)
  apply(undefined)
  show(undefined)
  panel.querySelector('summary').focus()
})

// Another tab of this site changed the choice.
addEventListener('storage', ({ key }) => {
  if (key !== KEY && key !== null) return
  apply(readChoice())
  show(readChoice())
})

panel.querySelector('[data-gpc]').hidden = !navigator.globalPrivacyControl
show(readChoice())
panel.hidden = false

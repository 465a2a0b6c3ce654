/**
 * The live desk as a single page: the list and the entries are routes of the History API. Every entry is in the document
 * already; a route only decides which of them are shown.
 */
const LIST = '/live/'
const entries = [...document.querySelectorAll('.entry')]
const heading = document.querySelector('main h1')
const back = document.querySelector('.back')
const canonical = document.querySelector('link[rel="canonical"]')

/** The entry that the address names, or undefined for the list. */
const readEntry = () => entries.find(({ id }) => location.pathname === LIST + id)

/** Shows what the address names, and tells the document's title and canonical link. */
function show() {
  const shown = readEntry()
  for (const entry of entries) entry.hidden = shown !== undefined && entry !== shown
  back.hidden = shown === undefined
  const title = shown ? shown.querySelector('h2') : heading
  document.title = `${title.textContent} · La Vigie`
  canonical.href = location.origin + location.pathname
  document
    .querySelector('nav [href="/live/"]')
    .setAttribute('aria-current', shown ? 'true' : 'page')
  return title
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-route]')
  // A new tab, a new window or a download is the browser's business.
  const plain =
    event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
  if (!link || !plain || event.defaultPrevented) return
  event.preventDefault()
  if (link.href !== location.href) history.pushState(null, '', link.href)
  const title = show()
  title.focus({ preventScroll: true })
  scrollTo(0, 0)
})

// The browser restores the scroll position by itself: the views are plain documents.
addEventListener('popstate', show)

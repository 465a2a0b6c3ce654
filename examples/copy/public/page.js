/**
 * Analytics of the site's own, and aparté for the one thing they cannot see: what readers copy. Every share goes to the
 * `dataLayer`, to the endpoint of this site and into the list on the page.
 */
import { onCopy } from 'aparte/copy'
import { detect } from 'aparte/token'

const dataLayer = (window.dataLayer ??= [])
const list = document.querySelector('#shares')
const count = document.querySelector('#count')

const WAYS = { copy: 'One address', 'copy-text': 'Within a text' }

/** Makes an element with a class and what is in it. */
function make(name, className, ...content) {
  const element = document.createElement(name)
  element.className = className
  element.append(...content)
  return element
}

/** Shows a share at the top of the list; returns the place for what has become of it. */
function show({ token, channel, gesture, urls }) {
  const state = make('p', 'state', 'On its way to our server')
  const where = gesture === 'field' ? 'From a field' : WAYS[channel]
  const addresses = urls.map((url) => make('li', '', url.replace(location.origin, '')))
  const time = make('time', '', new Date().toLocaleTimeString('en', { timeStyle: 'medium' }))
  list.prepend(
    make(
      'li',
      'share',
      make('p', 'head', make('strong', '', where), time),
      make('p', 'token', token),
      make('ul', 'urls', ...addresses),
      state,
    ),
  )
  count.textContent = String(list.children.length)
  document.querySelector('#none').hidden = true
  return state
}

/** Sends a share; `keepalive` lets the request outlive the page, as a beacon does, and its answer can be read. */
async function send(share, state) {
  try {
    const { ok } = await fetch('/shares', {
      method: 'POST',
      body: JSON.stringify(share),
      credentials: 'omit',
      keepalive: true,
    })
    state.textContent = ok ? 'Received by our server' : 'Refused by our server'
    state.classList.add(ok ? 'received' : 'lost')
  } catch {
    // Offline, or the server is down. A site that must not lose it would keep it and try again.
    state.textContent = 'Our server could not be reached'
    state.classList.add('lost')
  }
}

onCopy({
  onShare: (share) => {
    dataLayer.push({ event: 'share', ...share })
    void send(share, show(share))
  },
  onError: (cause) => console.warn('aparte', cause),
})

// The other end: somebody opened a copied link. `aparte/copy` leaves that to the site.
const arrival = detect(location.href)
if (arrival) {
  dataLayer.push({ event: 'arrival', token: arrival.token, channel: arrival.channel })
  const note = document.querySelector('#arrival')
  note.querySelector('code').textContent = arrival.token
  note.hidden = false
}

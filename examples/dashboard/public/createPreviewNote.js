import { createElement } from './createElement.js'

const WHERE = {
  server: 'A preview bot of that network fetched the link first.',
  device: 'The phone of whoever wrote the message fetched the link; it may not have been sent.',
}

/**
 * What a preview told of where a copied link went, marked as told: `→ Slack`, `by preview`. Nothing for a share whose channel is
 * known already.
 *
 * @param {{ kind: string, preview?: { network: string, fetchedBy: 'server' | 'device' } }} share
 * @returns {HTMLElement | undefined}
 */
export function createPreviewNote({ kind, preview }) {
  if (kind !== 'blind' || !preview) return undefined
  const note = createElement(
    'span',
    { class: 'told' },
    createElement('span', { text: `→ ${preview.network}` }),
    createElement('small', { text: 'told by a preview' }),
  )
  note.title = `${WHERE[preview.fetchedBy]} Told by its user agent, not measured.`
  return note
}

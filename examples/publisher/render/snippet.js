import { createHash } from 'node:crypto'
import { escapeHtml } from './escapeHtml.js'

/**
 * Before the tracker runs: an object in the queue is an option. What the reader chose earlier wins over `data-consent`.
 * Reading fails where storage is forbidden; the default is then right.
 */
const OPTIONS = `
window.aparte = window.aparte || []
try {
  const consent = localStorage.getItem('consent')
  if (/^(cookieless|granted|denied)$/.test(consent)) window.aparte.push({ consent })
} catch {}
`

/** Once the tracker runs: a function in the queue gets it. This one greets a reader who came with a token. */
const GREETING = `
;(window.aparte = window.aparte || []).push((tracker) => {
  tracker.on('landing', (event) => {
    const note = document.getElementById('landing')
    note.querySelector('button').onclick = () => {
      note.hidden = true
    }
    note.querySelector('span').textContent = note.dataset.words
      .replace('{channel}', event.channel)
      .replace('{depth}', event.depth)
    note.hidden = false
  })
})
`

/** @param {string} code */
const hashOf = (code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`

/**
 * The whole integration of aparté, as a publisher would paste it.
 *
 * @param {string} endpoint Where events are sent, such as `http://127.0.0.1:4001/collect`.
 * @returns {{ head: string, end: string, hashes: string[] }} Markup for the head and for the end of the body, and the
 *   hashes by which a content security policy allows the two inline scripts.
 */
export function snippet(endpoint) {
  return {
    head: `<script>${OPTIONS}</script>
<script async src="/aparte.min.js" data-endpoint="${escapeHtml(endpoint)}" data-consent="cookieless"></script>`,
    end: `<script>${GREETING}</script>`,
    hashes: [hashOf(OPTIONS), hashOf(GREETING)],
  }
}

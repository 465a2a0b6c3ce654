import { liveDesk, liveEntries } from '../content/live.js'
import { escapeHtml } from './escapeHtml.js'

/**
 * The live desk, list or one entry. Both views hold every entry: `public/live.js` changes between them with the History
 * API, and without scripts the server has already chosen.
 *
 * @param {import('../content/live.js').LiveEntry} [shown] The entry of the entry view; absent in the list.
 * @returns {import('./page.js').Page}
 */
export function livePage(shown) {
  const entries = liveEntries.map(
    (
      entry,
    ) => `<article class="entry" id="${entry.id}" lang="${entry.lang}"${shown && shown !== entry ? ' hidden' : ''}>
<p class="kicker"><time datetime="${entry.time}">${entry.time.slice(11, 16)}</time></p>
<h2 tabindex="-1"><a href="/live/${entry.id}" data-route>${escapeHtml(entry.title)}</a></h2>
${entry.body}
</article>`,
  )
  return {
    lang: 'en',
    path: shown ? `/live/${shown.id}` : '/live/',
    name: 'live-desk',
    section: 'live',
    title: shown ? shown.title : liveDesk.title,
    description: liveDesk.standfirst,
    modules: ['/live.js'],
    main: `<header>
<p class="kicker">Live desk</p>
<h1 tabindex="-1">${escapeHtml(liveDesk.title)}</h1>
<p class="standfirst">${escapeHtml(liveDesk.standfirst)}</p>
</header>
<p class="back"${shown ? '' : ' hidden'}><a href="/live/" data-route>← All entries</a></p>
<div class="entries">${entries.join('\n')}</div>`,
  }
}

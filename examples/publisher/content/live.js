/**
 * The live desk: entries of one single-page section, newest first. `body` is HTML.
 *
 * @typedef {{ id: string, time: string, title: string, lang: 'en' | 'fr', body: string }} LiveEntry
 */

/** Title and introduction of the section. */
export const liveDesk = {
  title: 'Round the island by oar: the row as it happens',
  standfirst:
    'Fourteen boats, eleven miles, one tide. Our desk is on the pier, the bakery is open, and the wind has been told to behave.',
}

/** Every entry, newest first; `time` is ISO with the island’s offset. @type {readonly LiveEntry[]} */
export const liveEntries = [
  {
    id: 'all-home',
    time: '2026-11-22T15:42:00+00:00',
    title: 'All fourteen boats are home',
    lang: 'en',
    body: '<p>The last crew, the baker’s, came round the pier head at 15:38 to more noise than the winners. They had stopped at the chapel rock to rescue a hat. The hat is well.</p><p>Results will be on the <a href="/island/the-noticeboard">board outside the bakery</a> before they are here; we have stopped pretending otherwise.</p>',
  },
  {
    id: 'west-landing',
    time: '2026-11-22T14:20:00+00:00',
    title: 'The school boat leads at the west landing',
    lang: 'en',
    body: '<p>Six pupils and a teacher of geography, who steers, are two lengths ahead of the harbour office. The <a href="/culture/library-on-the-tide">library barge</a> rang its stove lid as they passed. Nobody was told to be quiet.</p>',
  },
  {
    id: 'un-mot-du-phare',
    time: '2026-11-22T13:55:00+00:00',
    title: 'Un mot du phare',
    lang: 'fr',
    body: '<p>Du haut de l’escalier, on voit les quatorze bateaux d’un seul regard, et trois d’entre eux vont dans la mauvaise direction. Les gardiens proposent d’allumer.</p>',
  },
  {
    id: 'the-turn',
    time: '2026-11-22T12:51:00+00:00',
    title: 'The tide turns, and so does the race',
    lang: 'en',
    body: '<p>Low water at 12:50, three centimetres under the figure in <a href="/harbour/reading-the-tide-table">the harbour’s table</a>. From here the sound runs north, and the crews that stayed close to the rocks have it under them. Those outside are learning about it.</p>',
  },
  {
    id: 'the-start',
    time: '2026-11-22T11:00:00+00:00',
    title: 'Off, more or less together',
    lang: 'en',
    body: '<p>The starting pistol could not be found. The race was begun by a length of chain dropped on the slip, in honour of <a href="/harbour/last-crossing">the old ferry’s ramp</a>, and could be heard at the school.</p><p>Fourteen boats crossed the line. A fifteenth is still looking for its bung.</p>',
  },
]

/**
 * The stories of the paper, newest first in each language; the text of each lies in `content/LANG/SLUG.html`.
 *
 * @typedef {object} Article
 * @property {'en' | 'fr'} lang
 * @property {string} section   Path segment of its section, a key of `sections`.
 * @property {string} slug      Last path segment, and the name of the file with the text.
 * @property {string} story     What it is about: translations of one story share it.
 * @property {string} title
 * @property {string} standfirst
 * @property {string} byline
 * @property {string} date      ISO date, such as `2026-11-23`.
 * @property {string} figure    Name of the illustration in `content/figures`.
 * @property {string} alt       What the illustration shows.
 * @property {string} caption
 */

/** Every article; the first of a language leads its front page. @type {readonly Article[]} */
export const articles = [
  {
    lang: 'en',
    section: 'harbour',
    slug: 'last-crossing',
    story: 'ferry',
    title: 'The old ferry makes its last crossing, with half the island aboard',
    standfirst:
      'Forty-four years, four miles of sound, one goat. The Heron left the north quay on Saturday afternoon, late as always, and nobody was in a hurry to arrive.',
    byline: 'The harbour desk',
    date: '2026-11-23',
    figure: 'ferry',
    alt: 'A car ferry on a calm sea at dusk, a lighthouse on the headland behind it.',
    caption: 'The Heron off the lighthouse, seen from the Two Sisters.',
  },
  {
    lang: 'en',
    section: 'harbour',
    slug: 'reading-the-tide-table',
    story: 'tides',
    title: 'How to read the tide table, now that it can leave the building',
    standfirst:
      'The harbour office has opened its predictions to everybody, cockle pickers and kettles included.',
    byline: 'The harbour desk',
    date: '2026-11-23',
    figure: 'tide',
    alt: 'A tide gauge standing in the water, with the curve of two tides behind it.',
    caption: 'The brass gauge is still read by hand, on Mondays.',
  },
  {
    lang: 'en',
    section: 'culture',
    slug: 'library-on-the-tide',
    story: 'library',
    title: 'A library that comes in with the tide',
    standfirst:
      'Thin books at neaps, thick ones at springs: on the west side, opening hours are set by the moon.',
    byline: 'The culture desk',
    date: '2026-11-20',
    figure: 'library',
    alt: 'A flat barge whose hold is lined with bookshelves, smoke rising from a stove pipe.',
    caption: 'Sand used to travel where the novels are now.',
  },
  {
    lang: 'en',
    section: 'island',
    slug: 'the-noticeboard',
    story: 'noticeboard',
    title: 'The noticeboard outside the bakery is winning',
    standfirst:
      'Sixty-one notices, one small roof, and more readers than this newspaper. We asked why.',
    byline: 'The island desk',
    date: '2026-11-20',
    figure: 'board',
    alt: 'A cork noticeboard under a small roof, covered with pinned papers; strips are torn off one of them.',
    caption: 'Count the gaps: by eleven o’clock the firewood had lost five strips.',
  },
  {
    lang: 'en',
    section: 'island',
    slug: 'lamps-out-at-eleven',
    story: 'lamps',
    title: 'Lamps out at eleven',
    standfirst:
      'For six weeks the square of Bourg-Corvane was dark at night. The town stayed up and counted.',
    byline: 'The island desk',
    date: '2026-11-17',
    figure: 'lamps',
    alt: 'A village square at night under many stars; one shaded lamp lights the ground.',
    caption: 'Three lamps stay lit, shaded with flowerpots.',
  },
  {
    lang: 'fr',
    section: 'port',
    slug: 'derniere-traversee',
    story: 'ferry',
    title: 'Le vieux bac fait sa dernière traversée, la moitié de l’île à bord',
    standfirst:
      'Quarante-quatre ans, quatre milles, une chèvre. Le Héron a quitté le quai nord samedi après-midi, en retard comme toujours, et personne n’était pressé d’arriver.',
    byline: 'La rédaction du port',
    date: '2026-11-23',
    figure: 'ferry',
    alt: 'Un bac à voitures sur une mer calme, au crépuscule, devant un phare.',
    caption: 'Le Héron au large du phare, vu des Deux-Sœurs.',
  },
  {
    lang: 'fr',
    section: 'ile',
    slug: 'quarante-pommiers',
    story: 'orchard',
    title: 'Quarante pommiers pour trente-neuf élèves',
    standfirst:
      'À la Lande, chaque enfant a son arbre et son carnet. Le quarantième n’est à personne : c’est le préféré.',
    byline: 'La rédaction de l’île',
    date: '2026-11-22',
    figure: 'orchard',
    alt: 'Une petite école et, devant elle, des rangées de pommiers chargés de fruits.',
    caption: 'Il n’y aura presque rien à cueillir avant trois ans ; le dessin est donc optimiste.',
  },
  {
    lang: 'fr',
    section: 'culture',
    slug: 'bibliotheque-a-maree',
    story: 'library',
    title: 'La bibliothèque qui arrive avec la marée',
    standfirst:
      'Des livres minces en morte-eau, des gros en vive-eau : à l’ouest, la lune fixe les heures d’ouverture.',
    byline: 'La rédaction culturelle',
    date: '2026-11-20',
    figure: 'library',
    alt: 'Une barge plate dont la cale est couverte de rayonnages, un poêle qui fume.',
    caption: 'Là où voyagent les romans, on transportait du sable.',
  },
  {
    lang: 'fr',
    section: 'ile',
    slug: 'la-place-eteinte',
    story: 'lamps',
    title: 'La place éteinte',
    standfirst:
      'Pendant six semaines, la place de Bourg-Corvane a dormi dans le noir. Le bourg, lui, a veillé pour compter.',
    byline: 'La rédaction de l’île',
    date: '2026-11-17',
    figure: 'lamps',
    alt: 'La place d’un bourg, la nuit, sous les étoiles ; une seule lampe éclaire le sol.',
    caption: 'Trois lampes restent allumées, coiffées de pots de fleurs.',
  },
]

/**
 * An article of the site.
 *
 * @typedef {{ slug: string, kicker: string, title: string, lead: string, minutes: number, text: string[] }} Article
 */

/** @type {Article[]} */
export const articles = [
  {
    slug: 'pencil-only',
    kicker: 'Manners',
    title: 'Write in it, but in pencil',
    lead: 'A book that nobody has written in is a book that nobody has argued with.',
    minutes: 4,
    text: [
      'The rule in our house was pencil, and never the last page. Ink says that you are sure; pencil says that you were there. My grandfather put a small cross beside whatever he meant to check, and there are eleven hundred crosses in his atlas.',
      'When the books were divided, nobody wanted the clean ones. We sat on the floor and read each other the margins. In a cookery book, next to the plum tart: “too proud”. In a novel, on the page where the sister leaves: “yes, but the dog”.',
      'Libraries dislike this, and they are right. A borrowed book is a conversation in a room with the door open. Use slips of paper for those, and leave one behind by mistake.',
    ],
  },
  {
    slug: 'abandoned-books',
    kicker: 'Confession',
    title: 'The shelf of books I left halfway',
    lead: 'Thirty-one of them, with the ticket, feather or receipt still where I stopped.',
    minutes: 5,
    text: [
      'There is no shame in it, says everybody who has finished theirs. Mine stand together now, spines inward, so that guests ask. Pulling one out is like opening a drawer in a hotel: somebody was here, in a hurry, in another month.',
      'The receipts are the best of it. I left the Russian on a Thursday, after buying lamp oil and two pears. I left the biography on a train, at the very page where the hero begins to be successful.',
      'Once a year I read one page of each, the page after the mark. It is the strangest novel I own, and it has never let me down.',
    ],
  },
  {
    slug: 'reading-aloud',
    kicker: 'Practice',
    title: 'How to read aloud to one person',
    lead: 'Slower than you think, and look up at the commas.',
    minutes: 3,
    text: [
      'Reading to a room is theatre. Reading to one person is more like walking beside somebody on a narrow path: you fall into step, or you apologise all evening.',
      'Sit so that the light falls on the page and not in their eyes. Do the voices if you must, but only two. When they fall asleep go on for half a page, quietly, or they will wake up.',
      'Mark where you stopped in front of them. It is a promise, and both of you know it.',
    ],
  },
  {
    slug: 'the-lending-book',
    kicker: 'Object',
    title: 'The notebook of who has what',
    lead: 'My aunt kept one for forty years. It is the only diary she ever wrote.',
    minutes: 6,
    text: [
      'Three columns: the book, the person, the date. A line through it when it came home. She lent out nine hundred and four, and two hundred and twelve have no line.',
      'You can read a life in it. A neighbour borrows a book on roses every March, then one on grief, then for two years nothing, then all of the detective stories in order. In the margin my aunt wrote: “better”.',
      'I rang the first of the two hundred and twelve last week. She still had it. She had been meaning to bring it back, she said, but it was such a good reason to come.',
    ],
  },
]

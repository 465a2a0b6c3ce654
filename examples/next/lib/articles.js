/**
 * An article of the site.
 *
 * @typedef {{ slug: string, kicker: string, title: string, lead: string, minutes: number, text: string[] }} Article
 */

/** @type {Article[]} */
export const articles = [
  {
    slug: 'two-spades',
    kicker: 'Tools',
    title: 'You need two spades, and one is a fork',
    lead: 'The rest of the shed is company.',
    minutes: 4,
    text: [
      'A spade cuts and a fork asks. Clay wants to be asked. In the first year you will break one of them on the root of something that was there before the fence, and you will learn its name then.',
      'Buy old ones. The handle of a good spade has been worn by somebody of a different height, and for a month you will both be uncomfortable. After that it is yours, and no stranger can dig with it.',
      'Oil in October, hang them by the head, and never lend the fork in spring.',
    ],
  },
  {
    slug: 'plot-seventeen',
    kicker: 'Neighbours',
    title: 'Plot 17 has been empty for a year',
    lead: 'Which is why everything on it is doing so well.',
    minutes: 5,
    text: [
      'The committee meant to let it in March. Then there were poppies, and nobody wanted to be the one. In June a pumpkin came over the path from 16 and settled in the middle, like a guest who has been told to make himself at home.',
      'Since then we have a rota, which is not written down. Somebody waters, somebody pretends not to, and the pumpkin has been turned towards the sun every Sunday by five people, each of whom thinks they are the only one.',
      'It will be weighed in October. It has been entered under the name of the committee.',
    ],
  },
  {
    slug: 'when-to-stop',
    kicker: 'Season',
    title: 'When to stop picking beans',
    lead: 'The day before you are sick of them.',
    minutes: 3,
    text: [
      'Every bean you pick tells the plant to make two more. It is the nearest thing to an argument that a garden offers, and you cannot win it by being polite.',
      'In the last week of August leave the ones that hide. They will swell and rattle, and in November, when you have forgotten what a summer is for, they will be supper.',
      'Keep the best twenty in an envelope. Write the year on it, and who you were picking with.',
    ],
  },
  {
    slug: 'the-gate',
    kicker: 'Custom',
    title: 'The gate is never locked',
    lead: 'There is a lock. There is a key. There is a note.',
    minutes: 6,
    text: [
      'The note says: “Closed means closed to dogs.” It was written in 1971 by a man who is remembered for nothing else, and it has been copied out fresh each spring in the same words and a different hand.',
      'People come in. They sit on the bench by the water butt, they take a windfall, they read the names on the stakes aloud. Two of our members were found in this way, and one bicycle was lost.',
      'We count it up every winter, the plums against the bicycle, and leave the gate as it is.',
    ],
  },
]

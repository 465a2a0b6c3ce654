/**
 * An article of the site.
 *
 * @typedef {{ slug: string, kicker: string, title: string, lead: string, minutes: number, text: string[] }} Article
 */

/** @type {Article[]} */
export const articles = [
  {
    slug: 'route-31',
    kicker: 'Line',
    title: 'Route 31, all the way to the end',
    lead: 'Forty-four stops, one hour and ten minutes, and a driver who waves at a horse.',
    minutes: 5,
    text: [
      'Nobody rides the 31 for the view until the last third, when everybody who had somewhere to be has got off. Then the lamps stop, the windows turn from mirrors into windows, and there is a horse.',
      'The driver has waved at it for nine years. He is on his second horse, he says, and the first one was friendlier. At the terminus he switches everything off and reads with a head torch for eleven minutes.',
      'You may stay on. Hardly anybody asks.',
    ],
  },
  {
    slug: 'lost-property',
    kicker: 'Counter',
    title: 'What people leave behind after midnight',
    lead: 'An accordion. A wedding cake, second tier. One ski.',
    minutes: 4,
    text: [
      'The counter is open from six. By five to six there is a queue, and it is quiet, because each of them has been telling the story to themselves since two in the morning.',
      'Keys are the most and umbrellas the least: nobody comes back for an umbrella, not even a good one. The accordion was played, to prove whose it was, and the whole queue missed the first bus to hear the end of it.',
      'The ski has been there since January. It has its own number, and its own small following.',
    ],
  },
  {
    slug: 'the-night-map',
    kicker: 'Paper',
    title: 'A map of what is open at four',
    lead: 'Seven places, drawn by the people who need them.',
    minutes: 3,
    text: [
      'A bakery that sells through the back door. A pharmacy with a bell that you ring twice. The bench at the hospital where the nurses smoke, which is officially not there, and the kiosk that is open because its owner cannot sleep.',
      'Somebody began it on the back of a timetable at the depot, and the others wrote into it. It has been copied so often that two of the seven are in the river.',
      'We print it every autumn, with the river corrected.',
    ],
  },
  {
    slug: 'first-bus',
    kicker: 'Morning',
    title: 'The same nine people',
    lead: 'They have never been introduced, and they hold the door for one another.',
    minutes: 6,
    text: [
      'On the 5:12 there is a place for everybody, and everybody has a place. The woman with the flasks sits behind the driver. The two brothers do not sit together. When the student was missing for a week, the bus waited a minute longer at her stop, five days in a row.',
      'She came back on a Monday with her arm in a sling. Nobody said anything. The man with the newspaper turned its pages for her, at her speed, from across the aisle.',
      'It is the only service on the network that is never late.',
    ],
  },
]

/**
 * An article of the site.
 *
 * @typedef {{ slug: string, kicker: string, title: string, lead: string, minutes: number, text: string[] }} Article
 */

/** @type {Article[]} */
export const articles = [
  {
    slug: 'soup-from-shells',
    kicker: 'Stock',
    title: 'Soup from what the guests left',
    lead: 'Keep the shells. They have one more evening in them.',
    minutes: 3,
    text: [
      'Prawn shells, crab claws, the heads nobody wants to look at: into a pot with an onion and a hot spoon of oil, until the kitchen smells of a harbour at noon. Water to cover, no more. Twenty minutes, not an hour; shells turn bitter when they are kept waiting.',
      'Strain it twice. Rice, saffron if the week went well, a handful of whatever is green. Salt at the end, because the sea has been there before you.',
      'It feeds six, or four who have been swimming.',
    ],
  },
  {
    slug: 'samphire',
    kicker: 'Season',
    title: 'Samphire, for as long as it lasts',
    lead: 'Six weeks from midsummer, at low water, with scissors.',
    minutes: 4,
    text: [
      'Cut it, never pull it: the root holds the marsh, and the marsh holds the village. Take the tips of many plants and the whole of none. If there is a sign, the sign is right.',
      'Rinse it in three waters and boil it for as long as it takes to lay the table. Butter, lemon, no salt. You pull the green off the string with your teeth, which is why it is not served at weddings.',
      'What is left goes into an omelette next morning, and is the better half of the reason for picking it.',
    ],
  },
  {
    slug: 'bread-without-a-clock',
    kicker: 'Dough',
    title: 'Bread that does not need you',
    lead: 'Stir at night, bake in the morning, sleep in between.',
    minutes: 5,
    text: [
      'Four cups of flour, a spoon of salt, a quarter of a spoon of yeast, and cold water until it looks like a mistake. Cover it with a plate. The dough works while you do not, and it does not want to be praised.',
      'In the morning fold it once like a letter, wait for the oven and an iron pot to be hot together, and let it fall in. Lid on for half an hour, off for a quarter.',
      'Listen to it when it comes out. It crackles for about as long as it takes to find the butter.',
    ],
  },
  {
    slug: 'smoke-on-a-balcony',
    kicker: 'Fire',
    title: 'Smoking a fish on the third floor',
    lead: 'An old pan, a rack, two spoons of tea, and neighbours who like you.',
    minutes: 6,
    text: [
      'Line the pan with foil. Rice, sugar and black tea on it, the rack above, the fish on that, skin down and dry as paper. Lid, and foil around the lid: what you can smell is what the fish does not get.',
      'Ten minutes of heat, ten of patience. Mackerel forgives most; trout forgives nothing. Take it outside before you lift the lid, and stand where the wind is not going.',
      'Bring a plate of it to the flat above. It is a recipe with five ingredients, and that is the fifth.',
    ],
  },
]

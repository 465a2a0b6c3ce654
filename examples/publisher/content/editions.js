/**
 * What differs between the two editions besides the stories: addresses, sections and the words of the interface.
 *
 * @typedef {object} Edition
 * @property {string} home       Path of its front page.
 * @property {string} locale     For dates.
 * @property {string} language   The name of the language, in that language.
 * @property {Record<string, string>} sections   Path segment → name.
 * @property {Record<string, string>} words
 * @property {readonly { mode: string, name: string, meaning: string }[]} consent
 */

/** Both editions by language. @type {Readonly<Record<'en' | 'fr', Edition>>} */
export const editions = {
  en: {
    home: '/',
    locale: 'en-GB',
    language: 'English',
    sections: { harbour: 'Harbour', island: 'Island', culture: 'Culture' },
    words: {
      motto: 'The paper of the island of Corvane, in two languages',
      skip: 'Skip to the text',
      nav: 'Sections',
      front: 'Front page',
      frontTitle: 'News from the island of Corvane',
      live: 'Live',
      liveNow: 'Live now',
      related: 'Read on',
      permalink: 'Pass it on: the address of this story is',
      alsoIn: 'Lire en français',
      otherEdition: 'From the French edition',
      imprint: 'An invented paper from an invented island, printed to show aparté at work.',
      consent: 'What we may count:',
      consentIntro: 'This paper counts how its stories are passed on. You decide how.',
      remembered: 'Your choice is kept in this browser.',
      forget: 'Forget it',
      gpc: 'Your browser sends Global Privacy Control: “Granted” counts as “Cookieless” here.',
      landing: 'aparté: this visit arrived by {channel}, depth {depth}',
      dismiss: 'Close this note',
      lostTitle: 'Nothing washed up here',
      lost: 'There is no page at this address. It may have been taken down and used to light the oven.',
      lostBack: 'Back to the front page',
    },
    consent: [
      {
        mode: 'cookieless',
        name: 'Cookieless',
        meaning:
          'Visits and shares are counted and links you copy carry a random code, but aparté stores nothing on your device.',
      },
      {
        mode: 'granted',
        name: 'Granted',
        meaning:
          'As above, and your browser also keeps unsent counts, the codes of your own links and the one you came with.',
      },
      {
        mode: 'denied',
        name: 'Denied',
        meaning: 'Nothing is counted, stored or sent, and links you copy stay exactly as they are.',
      },
    ],
  },
  fr: {
    home: '/fr/',
    locale: 'fr-FR',
    language: 'Français',
    sections: { port: 'Le port', ile: 'L’île', culture: 'Culture' },
    words: {
      motto: 'Le journal de l’île de Corvane, en deux langues',
      skip: 'Aller au texte',
      nav: 'Rubriques',
      front: 'À la une',
      frontTitle: 'Nouvelles de l’île de Corvane',
      live: 'En direct',
      liveNow: 'En direct',
      related: 'À lire aussi',
      permalink: 'Faites passer : l’adresse de cet article est',
      alsoIn: 'Read in English',
      otherEdition: 'Dans l’édition anglaise',
      imprint: 'Un journal inventé sur une île inventée, imprimé pour montrer aparté à l’œuvre.',
      consent: 'Ce que nous pouvons compter :',
      consentIntro:
        'Ce journal compte comment ses articles se transmettent. À vous de dire comment.',
      remembered: 'Votre choix est gardé dans ce navigateur.',
      forget: 'L’oublier',
      gpc: 'Votre navigateur envoie Global Privacy Control : « Accordé » vaut ici « Sans cookie ».',
      landing: 'aparté : cette visite est arrivée par {channel}, profondeur {depth}',
      dismiss: 'Fermer cette note',
      lostTitle: 'Rien d’échoué ici',
      lost: 'Il n’y a pas de page à cette adresse. Elle a peut-être servi à allumer le four.',
      lostBack: 'Retour à la une',
    },
    consent: [
      {
        mode: 'cookieless',
        name: 'Sans cookie',
        meaning:
          'Visites et partages sont comptés et les liens copiés portent un code aléatoire, mais aparté ne stocke rien sur votre appareil.',
      },
      {
        mode: 'granted',
        name: 'Accordé',
        meaning:
          'De même, et votre navigateur garde en plus les comptes non envoyés, les codes de vos liens et celui de votre arrivée.',
      },
      {
        mode: 'denied',
        name: 'Refusé',
        meaning: 'Rien n’est compté, stocké ni envoyé, et les liens copiés restent tels quels.',
      },
    ],
  },
}

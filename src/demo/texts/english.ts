import type { Phrases } from './phrases.js';

export const ENGLISH_PHRASES: Phrases = {
  tracks: {
    knowledge: [
      'The examples come from small collections and smaller budgets, and the methods travel well.',
      'We look at who keeps the records, who may correct them and what happens when the last keeper retires.',
    ],
    cities: [
      'Everything shown has been tried on a real street, with neighbours who were free to say no.',
      'Costs and mistakes are part of the story: what was cheap to build, what was dear to keep, and what was quietly removed.',
    ],
    water: [
      'Measurements are shown with their doubts, and with the people who took them in all weathers.',
      'Rivers and coasts cross more borders than any of our cities, so the last part is about sharing readings and alarms.',
    ],
    languages: [
      'Speakers of several languages take part, and nobody has to speak the largest one.',
      'We talk about consent, about credit, and about what a community may wish to keep for itself.',
    ],
    access: [
      'What is shown was made with those who use it, and paid for as work.',
      'You will hear what helped, what was merely decoration, and which small change mattered most.',
    ],
    repair: [
      'Things are taken apart on the table under a camera, so that those who watch from afar see as much as the front row.',
      'Parts lists, drawings and failures are shared afterwards under an open licence.',
    ],
    sky: [
      'No mathematics is needed, only some patience and a coat.',
      'Both hemispheres are spoken for: what is overhead in one city is below the horizon in another.',
    ],
    sound: [
      'There is a good deal to listen to; recordings are described for those who do not hear them.',
      'The technical part is short and practical, with equipment that a club or a school can afford.',
    ],
  },
  kinds: {
    keynote: 'The keynote is shown in every city; questions come in turn from the halls and from those who watch at home.',
    panel: 'Each guest has five minutes, then the floor is open, with a moderator who keeps the time and the peace.',
    talk: 'A third of the time is kept for questions.',
    statement: 'A short, prepared statement without discussion; the speaker stays in the hall afterwards.',
    performance: 'Doors stay open: come and go as you need. The stream carries the sound without compression.',
    workshop: 'Places are limited by the tables; those who join from afar get the list of materials beforehand.',
    other: 'No need to sign up; stay for as long as you like.',
  },
  breaks: [
    ['Lunch together', 'Shared tables, vegetarian by default. Tables with a flag are for people who came alone.'],
    ['Coffee and corridor talk', 'Coffee, tea and time. The hall is kept quiet for those who need it.'],
  ],
};

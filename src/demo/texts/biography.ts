import type { DemoLanguage, DemoPerson } from '../world.js';

const LANGUAGE_NAMES: Record<DemoLanguage, string> = { en: 'English', fr: 'French', de: 'German', es: 'Spanish', fa: 'Persian' };

/** What people of a field do. Each says something true of any of them, so that names and works may be combined. */
const WORKS: Record<DemoPerson['field'], readonly string[]> = {
  knowledge: [
    'Looks after a district library and its open catalogue.', 'Publishes city budgets in a form that neighbours can read.',
    'Describes photographs in a community archive, two evenings a week.', 'Teaches data literacy to adults who were told they are bad at numbers.',
    'Maps footpaths with volunteers and corrects them after every winter.', 'Digitises the minute books of clubs and cooperatives.',
    'Keeps the collections of a small museum findable.',
  ],
  cities: [
    'Plans bus networks with the people who ride them.', 'Runs a neighbourhood garden on borrowed land.',
    'Designs benches, crossings and shade for hot streets.', 'Drove a tram for eleven years and now trains drivers.',
    'Organises a travelling market with forty growers.', 'Counts street trees, and waters some of them.',
    'Works on timetables that can be trusted.',
  ],
  water: [
    'Dives every week and records what is there.', 'Measures a river from twelve bridges.', 'Builds low-cost buoys with schools.',
    'Replants seagrass with a crew of volunteers.', 'Runs the laboratory of a city waterworks.', 'Pilots a harbour ferry and teaches the tides.',
    'Draws maps of streams that cities have covered.',
  ],
  languages: [
    'Teaches a minority language in the evenings.', 'Collects lullabies and the stories of those who sing them.',
    'Compiles a community dictionary.', 'Translates signs, forms and recipes.', 'Designs keyboards and typefaces for small scripts.',
    'Records elders, with their consent and for their families first.', 'Writes poems in two languages and trusts neither alone.',
  ],
  access: [
    'Audits buildings with a tape measure and a sense of humour.', 'Writes live captions for meetings and theatres.',
    'Makes tactile maps and models.', 'Advises museums on visits by touch.', 'Rewrites letters from offices in plain language.',
    'Leads relaxed performances and quiet hours.', 'Tests forms and timetables with those who find them hard.',
  ],
  repair: [
    'Runs a tool library with nine hundred members.', 'Mends instruments and teaches others to.', 'Opens toasters in public and explains why they died.',
    'Restores bicycles for a whole street.', 'Writes repair manuals with twelve-year-olds.', 'Winds and oils a town clock.',
    'Darns in colour and documents each hole.',
  ],
  sky: [
    'Lends telescopes through a public library.', 'Draws the Moon, one crater at a time.', 'Advises towns on dimming their lamps.',
    'Listens for meteors by radio.', 'Tours schools with a planetarium in a suitcase.', 'Collects star names from sailors and herders.',
    'Guides night walks for people who are afraid of the dark.',
  ],
  sound: [
    'Presents the night programme of a community station.', 'Records markets, bells and fences.', 'Builds small transmitters for school yards.',
    'Composes for ferries, bells and choirs.', 'Rescues tapes from under beds.', 'Teaches interviewing without hurry.',
    'Tunes rooms that were not made for music.',
  ],
  interpreting: [
    'Interprets at meetings of neighbours, councils and choirs.', 'Interprets and trains interpreters, always in pairs.',
    'Works between languages in booths, buses and gardens.',
  ],
};

/** Two sentences about a person; `turn` spreads the works over people of one field. */
export function biographyOf(person: DemoPerson, turn: number): string {
  const works = WORKS[person.field];
  const languages = person.languages.map((language) => LANGUAGE_NAMES[language]);
  const spoken = languages.length < 2 ? languages.join('') : `${languages.slice(0, -1).join(', ')} and ${languages.at(-1)}`;
  return `${works[turn % works.length]} Lives in ${person.home} and speaks ${spoken}.`;
}

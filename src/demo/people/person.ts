import type { DemoLanguage, DemoPerson } from '../world.js';

/** A person in short: name, languages with the strongest first, field. */
type Entry = readonly [name: string, languages: string, field: DemoPerson['field']];

export function peopleOf(cities: Readonly<Record<string, readonly Entry[]>>): DemoPerson[] {
  return Object.entries(cities).flatMap(([home, entries]) =>
    entries.map(([name, languages, field]) => ({ name, home, field, languages: languages.split(' ') as DemoLanguage[] })),
  );
}

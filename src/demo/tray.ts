import type { PlacedSession } from './placed-session.js';
import type { DemoPerson, DemoTopic, World } from './world.js';

/** A session that is accepted and stands nowhere yet. */
export interface TraySession {
  topic: DemoTopic;
  people: readonly DemoPerson[];
}

const SESSIONS = 14;
const PANEL = 3;

/** What organizers still have to find a place for: every other topic that was not laid out, given by people who know its field and language. */
export function traySessions(world: World, placed: readonly PlacedSession[]): TraySession[] {
  const given = new Set(placed.map(({ topic }) => topic));
  const left = world.topics.filter((topic) => !given.has(topic)).filter((_, index) => index % 2 === 0).slice(0, SESSIONS);
  const busy = new Set<DemoPerson>();
  return left.map((topic) => {
    const fit = world.people.filter((person) => person.field !== 'interpreting' && person.languages.includes(topic.language) && !busy.has(person));
    const people = fit.sort((a, b) => Number(b.field === topic.track) - Number(a.field === topic.track)).slice(0, topic.kind === 'panel' ? PANEL : 1);
    for (const person of people) busy.add(person);
    return { topic, people };
  });
}

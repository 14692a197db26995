import type { Window } from '../availability.js';
import type { Finding, FindingCode, FindingFacts } from '../finding.js';

/** How a finding's ids and instants are said. */
export interface FindingNames {
  session(id: string): string;
  room(id: string): string;
  speaker(id: string): string;
  venue(id: string): string;
  city(id: string): string;
  track(id: string): string;
  /** A stretch of time with its zone, such as `24 Nov 09:00–12:00 (Europe/Paris)`. */
  window(window: Window): string;
}

type Sentences = { [C in FindingCode]: (facts: FindingFacts[C], sessions: readonly string[], names: FindingNames) => string };

/** What is wrong and what to do about it, in English: for problems of the API and for logs. The client has sentences of its own in each language. */
export const describeFinding = (finding: Finding, names: FindingNames): string => {
  const say = SENTENCES[finding.code] as (facts: Finding['facts'], sessions: readonly string[], names: FindingNames) => string;
  return say(finding.facts, finding.sessions.map((id) => `“${names.session(id)}”`), names);
};

const SENTENCES: Sentences = {
  'room-overlap': ({ room, minutes }, sessions, names) =>
    `${both(sessions)} want the room ${names.room(room)} at once, for ${inMinutes(minutes)} with its changeover. Move one of them.`,
  'speaker-overlap': ({ speaker, minutes }, sessions, names) => `${names.speaker(speaker)} is in ${both(sessions)} at once, for ${inMinutes(minutes)}. Move one of them.`,
  'travel-time': ({ speaker, from, to, gapMinutes, neededMinutes }, sessions, names) =>
    `${names.speaker(speaker)} has ${inMinutes(gapMinutes)} from ${names.venue(from)} to ${names.venue(to)} between ${both(sessions)}; the way takes ${inMinutes(neededMinutes)}. ` +
    'Move one of them, or have them speak remotely.',
  'speaker-unavailable': ({ speaker, nearest }, [session], names) =>
    `${names.speaker(speaker)} is not available for ${session ?? ''}${nearest === null ? ' at any time' : `; their nearest time is ${names.window(nearest)}`}. Move it, or ask them.`,
  'room-closed': ({ room, nearest }, [session], names) =>
    `${names.room(room)} is closed during ${session ?? ''}${nearest === null ? '' : `; it is open ${names.window(nearest)}`}. Move it, or change the room’s hours.`,
  'outside-satellite-window': ({ venue, marginMinutes, nearest }, [session], names) =>
    `${session ?? ''} goes out by satellite, and is not inside one booked window of ${names.venue(venue)} with ${inMinutes(marginMinutes)} to spare at each end` +
    `${nearest === null ? '; none is booked' : `; the nearest is ${names.window(nearest)}`}. Move it, book a window, or send it by internet.`,
  'uplink-overbooked': ({ venue, stages, most, by }, sessions, names) =>
    `${both(sessions)}: ${stages} stages would be live from ${names.venue(venue)} at once, and its ${by === 'satellite' ? 'satellite ' : ''}uplinks carry ${most}. Move one, or do not send it.`,
  'over-capacity': ({ room, people, capacity }, [session], names) =>
    `${people} people are expected at ${session ?? ''}, and ${names.room(room)} holds ${capacity}. Choose a larger room.`,
  'unfriendly-hour': ({ speakers, city, people }, [session], names) => {
    const who = [...speakers.map((id) => names.speaker(id)), ...(city === null ? [] : [`whoever is in ${names.city(city.id)}`])];
    return `${session ?? ''} is between 23:00 and 07:00 for ${people} people${who.length === 0 ? '' : `, among them ${who.join(', ')}`}. Move it to an hour when they are awake.`;
  },
  'equipment-missing': ({ room, missing }, [session], names) =>
    `${session ?? ''} needs ${missing.join(', ')}, which ${names.room(room)} does not have. Choose another room, or bring it.`,
  'language-uncovered': ({ languages }, [session]) => `Nobody interprets ${session ?? ''} into ${languages.join(', ')}, which the conference promises. Add an interpreter.`,
  'parallel-track': ({ track, city, minutes }, sessions, names) =>
    `${both(sessions)} of the track ${names.track(track)} are on in ${names.city(city)} at once, for ${inMinutes(minutes)}. Whoever follows it misses one.`,
};

const inMinutes = (minutes: number): string => `${Math.round(minutes)} ${Math.round(minutes) === 1 ? 'minute' : 'minutes'}`;

function both(sessions: readonly string[]): string {
  const last = sessions.at(-1) ?? '';
  return sessions.length < 2 ? last : `${sessions.slice(0, -1).join(', ')} and ${last}`;
}

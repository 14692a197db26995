import fc from 'fast-check';
import type { Agenda, AgendaSession } from '../../src/contract/agenda.js';
import type { Published } from '../../src/rules/diff-agenda.js';

/** Ids from a small pool, so that two random agendas share some of their things and not others. */
const id = (kind: string): fc.Arbitrary<string> => fc.integer({ min: 0, max: 4 }).map((n) => `${kind}-${n}`);
const text = fc.constantFrom('', 'Tides', 'Reefs & <b>shoals</b>', 'جزر و مد', '=1+1');
const instant = fc.integer({ min: 0, max: 40 }).map((n) => new Date(Date.UTC(2026, 10, 24) + n * 900_000).toISOString());
const table = <T>(kind: string, value: (key: string) => fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.uniqueArray(id(kind), { maxLength: 5 }).chain((ids) => fc.tuple(...ids.map(value)).map((values) => Object.fromEntries(ids.map((key, n) => [key, values[n] as T]))));

const session = (key: string): fc.Arbitrary<AgendaSession> =>
  fc.record({
    id: fc.constant(key), title: text, subtitle: text, kind: fc.constantFrom('talk', 'break'), language: fc.constantFrom('en', 'fa', null),
    trackId: fc.option(id('track')), roomId: id('room'), startsAt: instant, minutes: fc.integer({ min: 1, max: 4 }),
    anchor: fc.constantFrom('fixed', 'floating'), cancelled: fc.boolean(), reason: text, overlapWaived: fc.boolean(),
    appearances: fc.array(fc.record({ speakerId: id('speaker'), role: fc.constantFrom('speaker', 'moderator'), mode: fc.constant('on-site') }), { maxLength: 2 }),
    url: fc.constant(null), replayId: fc.constant(null),
  }).map(({ minutes, cancelled, reason, ...rest }) => ({
    ...rest,
    endsAt: new Date(Date.parse(rest.startsAt) + minutes * 900_000).toISOString(),
    status: cancelled ? 'cancelled' : 'scheduled',
    // a session that is on has no reason to be off: the projection never says otherwise
    cancelReason: cancelled ? reason : '',
  })) as fc.Arbitrary<AgendaSession>;

const channel = (key: string): fc.Arbitrary<unknown> =>
  fc.record({
    id: fc.constant(key), kind: fc.constantFrom('stage', 'programme'), roomId: fc.option(id('room')), state: fc.constantFrom('off', 'live', 'backup', 'slate'),
    onAirChannelId: fc.option(id('channel')), languages: fc.constantFrom([], ['en'], ['en', 'fa']), access: fc.constantFrom('public', 'registered'),
  });

/** A random published agenda with its texts, consistent where the projection is: a text for each session, a biography for each speaker. */
export function anyPublished(): fc.Arbitrary<Published> {
  return fc
    .record({
      title: text,
      cities: table('city', (key) => fc.record({ id: fc.constant(key), name: text, country: fc.constant(null), zone: fc.constantFrom('Europe/Paris', 'Asia/Tehran'), latitude: fc.constant(null), longitude: fc.constant(null), position: fc.nat(3) })),
      venues: table('venue', (key) => fc.record({ id: fc.constant(key), cityId: id('city'), name: text, address: text, accessNotes: text, capacity: fc.option(fc.nat(9)), uplinks: fc.constantFrom([], ['internet'], ['internet', 'satellite']) })),
      rooms: table('room', (key) => fc.record({ id: fc.constant(key), venueId: id('venue'), name: text, capacity: fc.option(fc.nat(9)), position: fc.nat(3) })),
      tracks: table('track', (key) => fc.record({ id: fc.constant(key), name: text, colour: fc.constantFrom(null, '#112233'), position: fc.nat(3) })),
      speakers: table('speaker', (key) => fc.record({ id: fc.constant(key), name: text })),
      sessions: table('session', session),
      channels: table('channel', channel),
      words: fc.array(text, { minLength: 20, maxLength: 20 }),
    })
    .map(({ title, words, ...tables }) => {
      const conference = { id: 'conference', slug: 'tides', title, status: 'published', zone: 'Europe/Paris', languages: ['en'], startsOn: '2026-11-24', endsOn: '2026-11-24', accent: null, url: null };
      const word = (n: number): string => words[n % words.length] ?? '';
      return {
        agenda: { conference, ...tables } as unknown as Omit<Agenda, 'revision'>,
        texts: {
          sessions: Object.fromEntries(Object.keys(tables.sessions).map((key, n) => [key, { abstract: word(n), description: word(n + 7) }])),
          biographies: Object.fromEntries(Object.keys(tables.speakers).map((key, n) => [key, word(n + 13)])),
          photos: Object.fromEntries(Object.keys(tables.speakers).flatMap((key, n) => (word(n + 5) === '' ? [] : [[key, word(n + 5)]]))),
        },
      };
    });
}

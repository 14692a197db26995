import type { CityId, RoomId, SessionId, SpeakerId, TrackId, VenueId } from '../../contract/ids.js';
import type { Finding } from '../finding.js';
import { describeFinding, type FindingNames } from './describe-finding.js';

const NAMES: FindingNames = {
  session: (id) => `Session ${id}`, room: () => 'Great Hall', speaker: () => 'Ada', venue: (id) => `Venue ${id}`, city: () => 'Paris', track: () => 'Sky',
  window: () => '24 Nov 09:00–12:00 (Europe/Paris)',
};
const [room, speaker, venue, city, track] = ['r' as RoomId, 's' as SpeakerId, 'x' as VenueId, 'c' as CityId, 't' as TrackId];
const two = { sessions: ['A', 'B'] as SessionId[] };
const one = { sessions: ['A'] as SessionId[] };
const nearest = { startsAt: 0, endsAt: 1 };

it.each<[finding: Finding, sentence: string]>([
  [{ code: 'room-overlap', severity: 'blocking', ...two, facts: { room, minutes: 1 } }, '“Session A” and “Session B” want the room Great Hall at once, for 1 minute with its changeover. Move one of them.'],
  [{ code: 'speaker-overlap', severity: 'blocking', ...two, facts: { speaker, minutes: 15 } }, 'Ada is in “Session A” and “Session B” at once, for 15 minutes. Move one of them.'],
  [
    { code: 'travel-time', severity: 'blocking', ...two, facts: { speaker, from: venue, to: 'y' as VenueId, gapMinutes: 20, neededMinutes: 266, basis: 'distance' } },
    'Ada has 20 minutes from Venue x to Venue y between “Session A” and “Session B”; the way takes 266 minutes. Move one of them, or have them speak remotely.',
  ],
  [{ code: 'speaker-unavailable', severity: 'blocking', ...one, facts: { speaker, nearest: null } }, 'Ada is not available for “Session A” at any time. Move it, or ask them.'],
  [
    { code: 'room-closed', severity: 'blocking', ...one, facts: { room, nearest } },
    'Great Hall is closed during “Session A”; it is open 24 Nov 09:00–12:00 (Europe/Paris). Move it, or change the room’s hours.',
  ],
  [
    { code: 'outside-satellite-window', severity: 'blocking', ...one, facts: { venue, marginMinutes: 5, nearest: null } },
    '“Session A” goes out by satellite, and is not inside one booked window of Venue x with 5 minutes to spare at each end; none is booked. Move it, book a window, or send it by internet.',
  ],
  [
    { code: 'uplink-overbooked', severity: 'blocking', ...two, facts: { venue, at: 0, stages: 2, most: 1, by: 'satellite' } },
    '“Session A” and “Session B”: 2 stages would be live from Venue x at once, and its satellite uplinks carry 1. Move one, or do not send it.',
  ],
  [{ code: 'over-capacity', severity: 'warning', ...one, facts: { room, people: 90, capacity: 80 } }, '90 people are expected at “Session A”, and Great Hall holds 80. Choose a larger room.'],
  [
    { code: 'unfriendly-hour', severity: 'warning', ...one, facts: { speakers: [speaker], city: { id: city, people: 20 }, elsewhere: 4, people: 25 } },
    '“Session A” is between 23:00 and 07:00 for 25 people, among them Ada, whoever is in Paris. Move it to an hour when they are awake.',
  ],
  [{ code: 'equipment-missing', severity: 'warning', ...one, facts: { room, missing: ['piano', 'booth'] } }, '“Session A” needs piano, booth, which Great Hall does not have. Choose another room, or bring it.'],
  [{ code: 'language-uncovered', severity: 'warning', ...one, facts: { languages: ['fa'] } }, 'Nobody interprets “Session A” into fa, which the conference promises. Add an interpreter.'],
  [
    { code: 'parallel-track', severity: 'warning', ...two, facts: { track, city, minutes: 30 } },
    '“Session A” and “Session B” of the track Sky are on in Paris at once, for 30 minutes. Whoever follows it misses one.',
  ],
])('$code', (finding, sentence) => {
  expect(describeFinding(finding, NAMES)).toBe(sentence);
});

import { Temporal } from 'temporal-polyfill';
import type { SessionId, SpeakerId } from '../../../src/contract/ids.js';
import type { Window } from '../../../src/rules/availability.js';
import type { Finding, FindingCode, Severity } from '../../../src/rules/finding.js';
import type { Placement, PlacementCity, PlacementRoom, PlacementSession, PlacementSlot, PlacementVenue, PlacementWorld } from '../../../src/rules/placement/world.js';
import { kmBetween, travelMinutesFor } from '../../../src/rules/placement/travel-times.js';

/** The rules said again in the plainest way: every pair compared, every minute looked at. What the fast ones are checked against. */

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;

interface Standing extends PlacementSlot {
  id: SessionId;
  session: PlacementSession;
  room: PlacementRoom;
  venue: PlacementVenue;
  city: PlacementCity;
}

type NaiveRule = (world: PlacementWorld, standing: readonly Standing[]) => Finding[];

export function naiveFindings(world: PlacementWorld, placement: Placement, codes = Object.keys(NAIVE) as FindingCode[]): Finding[] {
  const standing = [...placement].flatMap(([id, slot]): Standing[] => {
    if (slot.cancelled) return [];
    const room = world.rooms.get(slot.roomId)!;
    const venue = world.venues.get(room.venueId)!;
    return [{ ...slot, id, session: world.sessions.get(id)!, room, venue, city: world.cities.get(venue.cityId)! }];
  });
  return codes.flatMap((code) => NAIVE[code](world, standing));
}

const NAIVE: Record<FindingCode, NaiveRule> = {
  'room-overlap': (_world, standing) => pairs(standing).flatMap(([a, b]) => {
    const minutes = minutesIn(a, a.room.changeoverMinutes).filter((minute) => minute >= b.startsAt && minute < b.endsAt + b.room.changeoverMinutes * MINUTE).length;
    return a.room === b.room && !a.room.shared && minutes > 0 ? [found('room-overlap', blocking(a, b), [a, b], { room: a.room.id, minutes })] : [];
  }),
  'speaker-overlap': (_world, standing) => pairs(standing).flatMap(([a, b]) => {
    const minutes = minutesIn(a).filter((minute) => minute >= b.startsAt && minute < b.endsAt).length;
    return minutes === 0 ? [] : castOf(a).filter((speaker) => castOf(b).includes(speaker)).map((speaker) => found('speaker-overlap', blocking(a, b), [a, b], { speaker, minutes }));
  }),
  'travel-time': (world, standing) => pairs(standing).flatMap(([a, b]) => {
    const gapMinutes = (b.startsAt - a.endsAt) / MINUTE;
    const [neededMinutes, basis] = way(world, a.venue, b.venue);
    if (a.venue === b.venue || gapMinutes < 0 || gapMinutes >= neededMinutes) return [];
    const severity = a.city === b.city || basis === 'unknown-position' ? 'warning' : blocking(a, b);
    return onSite(a).filter((speaker) => onSite(b).includes(speaker)).map((speaker) =>
      found('travel-time', severity, [a, b], { speaker, from: a.venue.id, to: b.venue.id, gapMinutes, neededMinutes, basis }));
  }),
  'speaker-unavailable': (world, standing) => standing.flatMap((a) => castOf(a).flatMap((speaker) => {
    const available = world.speakers.get(speaker)!.available;
    return available === null || covers(available, a) ? [] : [found('speaker-unavailable', blocking(a), [a], { speaker })];
  })),
  'room-closed': (_world, standing) => standing.flatMap((a) =>
    a.room.open === null || covers(a.room.open, a) ? [] : [found('room-closed', blocking(a), [a], { room: a.room.id })]),
  'outside-satellite-window': ({ satelliteMarginMinutes: marginMinutes }, standing) => standing.flatMap((a) => {
    const needed = { startsAt: a.startsAt - marginMinutes * MINUTE, endsAt: a.endsAt + marginMinutes * MINUTE };
    const uplinks = new Set(a.venue.satelliteWindows.map(({ uplinkId }) => uplinkId));
    const inside = [...uplinks].some((id) => covers(a.venue.satelliteWindows.filter(({ uplinkId }) => uplinkId === id), needed));
    return a.session.sentBy !== 'satellite' || inside ? [] : [found('outside-satellite-window', blocking(a), [a], { venue: a.venue.id, marginMinutes })];
  }),
  'uplink-overbooked': (_world, standing) => standing.flatMap((a) => {
    const live = standing.filter((b) => b.venue === a.venue && b.session.sentBy !== null && !isAfter(b, a) && b.endsAt > a.startsAt).sort((b, c) => (isAfter(b, c) ? 1 : -1));
    const booked = new Set(a.venue.satelliteWindows.map(({ uplinkId }) => uplinkId)).size;
    const count = (by: 'uplinks' | 'satellite', concerned: Standing[], most: number): Finding[] => {
      const stages = new Set(concerned.map(({ room }) => room)).size;
      return stages > most ? [found('uplink-overbooked', blocking(...concerned), concerned, { venue: a.venue.id, at: a.startsAt, stages, most, by })] : [];
    };
    const bySatellite = a.session.sentBy === 'satellite' && booked > 0 ? count('satellite', live.filter(({ session }) => session.sentBy === 'satellite'), booked) : [];
    return a.session.sentBy === null ? [] : [...count('uplinks', live, a.venue.uplinks), ...bySatellite];
  }),
  'over-capacity': (_world, standing) => standing.flatMap((a) => {
    const { expectedPeople: people } = a.session;
    const { capacity } = a.room;
    return people !== null && capacity !== null && people > capacity ? [found('over-capacity', 'warning', [a], { room: a.room.id, people, capacity })] : [];
  }),
  'unfriendly-hour': (world, standing) => standing.flatMap((a) => {
    const night = touchesNight(a.city.zone, a);
    const speakers = castOf(a).filter((speaker) => {
      const zone = world.speakers.get(speaker)!.zone;
      return onSite(a).includes(speaker) ? night : zone !== null && touchesNight(zone, a);
    });
    const city = night ? { id: a.city.id, people: total(world.audiences.filter(({ cityId }) => cityId === a.city.id)) } : null;
    const others = world.audiences.filter(({ cityId }) => cityId !== a.city.id);
    const elsewhere = a.session.sentBy === null ? 0 : total(others.filter(({ zone }) => touchesNight(zone, a)));
    if (speakers.length === 0 && !night && elsewhere <= total(others) / 2) return [];
    return [found('unfriendly-hour', 'warning', [a], { speakers, city, elsewhere, people: speakers.length + (city?.people ?? 0) + elsewhere })];
  }),
  'equipment-missing': (_world, standing) => standing.flatMap((a) => {
    const missing = a.session.needsEquipment.filter((thing) => !a.room.equipment.some((has) => has.toLowerCase() === thing.toLowerCase()));
    return missing.length > 0 ? [found('equipment-missing', 'warning', [a], { room: a.room.id, missing })] : [];
  }),
  'language-uncovered': (world, standing) => standing.flatMap((a) => {
    const { language, appearances, kind, sentBy } = a.session;
    const heard = [language, ...appearances.filter(({ role }) => role === 'interpreter').map(({ interpretsInto }) => interpretsInto)].map((tag) => tag?.split('-')[0]);
    const languages = world.languages.filter((promised) => !heard.includes(promised.split('-')[0]));
    return language !== null && kind !== 'break' && sentBy !== null && languages.length > 0 ? [found('language-uncovered', 'warning', [a], { languages })] : [];
  }),
  'parallel-track': (_world, standing) => pairs(standing).flatMap(([a, b]) => {
    const track = a.session.trackId;
    const minutes = minutesIn(a).filter((minute) => minute >= b.startsAt && minute < b.endsAt).length;
    return track !== null && track === b.session.trackId && a.city === b.city && minutes > 0
      ? [found('parallel-track', 'warning', [a, b], { track, city: a.city.id, minutes })] : [];
  }),
};

/** `nearest` has examples of its own. */
function found(code: FindingCode, severity: Severity, concerned: readonly Standing[], facts: object): Finding {
  return { code, severity, sessions: concerned.map(({ id }) => id), facts } as Finding;
}

const isAfter = (a: Standing, b: Standing): boolean => a.startsAt > b.startsAt || (a.startsAt === b.startsAt && a.id > b.id);

const pairs = (standing: readonly Standing[]): [Standing, Standing][] =>
  standing.flatMap((a) => standing.filter((b) => isAfter(b, a)).map((b): [Standing, Standing] => [a, b]));

const blocking = (...concerned: readonly Standing[]): Severity => (concerned.some(({ waived }) => waived) ? 'waived' : 'blocking');

const castOf = ({ session }: Standing): SpeakerId[] => [...new Set(session.appearances.map(({ speakerId }) => speakerId))];

const onSite = ({ session }: Standing): SpeakerId[] =>
  [...new Set(session.appearances.filter(({ mode }) => mode === 'on-site').map(({ speakerId }) => speakerId))];

function minutesIn({ startsAt, endsAt }: Window, more = 0): number[] {
  return Array.from({ length: (endsAt - startsAt) / MINUTE + more }, (_, index) => startsAt + index * MINUTE);
}

const covers = (windows: readonly Window[], time: Window): boolean =>
  minutesIn(time).every((minute) => windows.some(({ startsAt, endsAt }) => startsAt <= minute && minute < endsAt));

function way(world: PlacementWorld, from: PlacementVenue, to: PlacementVenue): [minutes: number, basis: string] {
  const given = world.travelMinutes.get([from.id, to.id].sort().join(' '));
  if (given !== undefined) return [given, 'organizer'];
  if (from.cityId === to.cityId) return [30, 'same-city'];
  const km = kmBetween(world.cities.get(from.cityId)!, world.cities.get(to.cityId)!);
  return km === null ? [30, 'unknown-position'] : [travelMinutesFor(km), 'distance'];
}

/** Clocks stand at a full hour on quarters of an hour everywhere, so it is enough to look at these, and at the start. */
function touchesNight(zone: string, { startsAt, endsAt }: Window): boolean {
  for (let at = startsAt; at < endsAt; at = Math.floor(at / QUARTER + 1) * QUARTER) {
    const { hour } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    if (hour >= 23 || hour < 7) return true;
  }
  return false;
}

const total = (groups: readonly { people: number }[]): number => groups.reduce((sum, { people }) => sum + people, 0);

import type { Board, OpeningHours } from '../../contract/board.js';
import { openWindows, worldOfBoard } from './world-of-board.js';

const hours = (on: string | null, opens: string | null, closes: string | null): OpeningHours => ({ on, opens, closes });
const shown = (windows: readonly { startsAt: number; endsAt: number }[] | null): string[] | null =>
  windows?.map(({ startsAt, endsAt }) => `${new Date(startsAt).toISOString().slice(5, 16)}/${new Date(endsAt).toISOString().slice(5, 16)}`) ?? null;

describe('opening hours', () => {
  it.each<[name: string, hours: OpeningHours[], dates: string[], windows: string[] | null]>([
    ['none at all: always', [], ['2026-06-10'], null],
    ['every day', [hours(null, '09:00', '18:00')], ['2026-06-10', '2026-06-11'], ['06-10T07:00/06-10T16:00', '06-11T07:00/06-11T16:00']],
    ['twice a day', [hours(null, '09:00', '12:00'), hours(null, '14:00', '18:00')], ['2026-06-10'], ['06-10T07:00/06-10T10:00', '06-10T12:00/06-10T16:00']],
    ['a day of its own', [hours(null, '09:00', '18:00'), hours('2026-06-11', '12:00', '13:00')], ['2026-06-10', '2026-06-11'], ['06-10T07:00/06-10T16:00', '06-11T10:00/06-11T11:00']],
    ['a closed day', [hours(null, '09:00', '18:00'), hours('2026-06-11', null, null)], ['2026-06-10', '2026-06-11'], ['06-10T07:00/06-10T16:00']],
    ['closed on every day but one', [hours('2026-06-11', '09:00', '10:00')], ['2026-06-10', '2026-06-11'], ['06-11T07:00/06-11T08:00']],
    ['until after midnight', [hours(null, '20:00', '02:00')], ['2026-06-10'], ['06-10T18:00/06-11T00:00']],
    ['around the clock, through midnights', [hours(null, '00:00', '24:00')], ['2026-06-10', '2026-06-11'], ['06-09T22:00/06-11T22:00']],
    ['until midnight', [hours(null, '20:00', '24:00')], ['2026-06-10'], ['06-10T18:00/06-10T22:00']],
    ['the night that loses an hour', [hours(null, '22:00', '06:00')], ['2026-03-28'], ['03-28T21:00/03-29T04:00']],
    ['the night that gains an hour', [hours(null, '22:00', '06:00')], ['2026-10-24'], ['10-24T20:00/10-25T05:00']],
    ['the day after the change has another offset', [hours(null, '09:00', '10:00')], ['2026-03-28', '2026-03-29'], ['03-28T08:00/03-28T09:00', '03-29T07:00/03-29T08:00']],
  ])('in Paris: %s', (_name, given, dates, windows) => {
    expect(shown(openWindows(given, dates, 'Europe/Paris'))).toEqual(windows);
  });
});

/** Each id is a name here, and what the rules do not read is left out: the rules take a board as it is. */
const BOARD = {
  edit: 3, satelliteMarginMinutes: 5, mayMove: null, tracks: [],
  conference: { zone: 'UTC', startsOn: '2026-06-10', endsOn: '2026-06-11', languages: ['en', 'fa'], gridMinutes: 15 },
  cities: [{ id: 'tehran', name: 'Tehran', country: 'IR', zone: 'Asia/Tehran', latitude: 35.7, longitude: 51.4, position: 0 }],
  venues: [{ id: 'tower', cityId: 'tehran' }],
  rooms: [{ id: 'hall', venueId: 'tower', capacity: 80, equipment: ['booth'], changeoverMinutes: 10, shared: false, openingHours: [hours(null, '09:00', '18:00')] }],
  uplinks: [{ id: 'dish', venueId: 'tower', kind: 'satellite', name: 'Dish' }, { id: 'line', venueId: 'tower', kind: 'internet', name: 'Line' }],
  bookings: [{ id: 'booking', uplinkId: 'dish', venueId: 'tower', startsAt: '2026-06-10T08:00:00.000Z', endsAt: '2026-06-10T10:00:00.000Z' }],
  speakers: [
    { id: 'ada', name: 'Ada', zone: 'Europe/Paris', available: [{ startsAt: '2026-06-10T08:00:00.000Z', endsAt: '2026-06-10T09:00:00.000Z' }] },
    { id: 'bob', name: 'Bob', zone: null, available: null },
  ],
  sessions: [
    {
      id: 'talk', title: 'Talk', kind: 'talk', language: 'en', trackId: null, minutes: 30, sentBy: 'satellite', needsEquipment: [], expectedPeople: 90, edit: 2, published: null,
      appearances: [{ speakerId: 'ada', role: 'speaker', mode: 'remote', interpretsInto: null }],
      slot: { roomId: 'hall', startsAt: '2026-06-08T08:30:00.000Z', endsAt: '2026-06-08T09:00:00.000Z', anchor: 'fixed', cancelled: false, waiver: 'The minister can only then.' },
    },
    { id: 'tray', title: 'In the tray', kind: 'talk', language: null, trackId: null, minutes: 45, sentBy: null, needsEquipment: [], expectedPeople: null, edit: 0, published: null, appearances: [], slot: null },
  ],
  audiences: [{ zone: 'Asia/Tehran', cityId: 'tehran', people: 40 }],
  travel: [{ from: 'tower', to: 'annex', minutes: 25 }],
} as unknown as Board;

it('has the world and the placement of a board', () => {
  const { world, placement } = worldOfBoard(BOARD);
  const day = Date.parse('2026-06-08T00:00Z');
  expect(Object.fromEntries(placement)).toEqual({
    talk: { roomId: 'hall', startsAt: day + 8.5 * 3_600_000, endsAt: day + 9 * 3_600_000, anchor: 'fixed', cancelled: false, waived: true },
  });
  expect({ ...world, cities: world.cities.size, sessions: [...world.sessions.keys()], rooms: [...world.rooms.keys()], speakers: [...world.speakers.values()], venues: [...world.venues.values()] }).toEqual({
    zone: 'UTC', startsOn: '2026-06-10', endsOn: '2026-06-11', languages: ['en', 'fa'], gridMinutes: 15, satelliteMarginMinutes: 5,
    cities: 1, sessions: ['talk', 'tray'], rooms: ['hall'],
    venues: [{
      id: 'tower', cityId: 'tehran', uplinks: 2,
      satelliteWindows: [{ uplinkId: 'dish', startsAt: Date.parse('2026-06-10T08:00Z'), endsAt: Date.parse('2026-06-10T10:00Z') }],
    }],
    speakers: [
      { id: 'ada', zone: 'Europe/Paris', available: [{ startsAt: Date.parse('2026-06-10T08:00Z'), endsAt: Date.parse('2026-06-10T09:00Z') }] },
      { id: 'bob', zone: null, available: null },
    ],
    audiences: [{ zone: 'Asia/Tehran', cityId: 'tehran', people: 40 }],
    travelMinutes: new Map([['annex tower', 25]]),
  });
});

it('opens rooms on all days that the conference and its sessions touch, and a day more on each side', () => {
  const open = worldOfBoard(BOARD).world.rooms.values().next().value?.open ?? null;
  expect(shown(open)?.map((window) => window.slice(0, 11))).toEqual(['06-07T05:30', '06-08T05:30', '06-09T05:30', '06-10T05:30', '06-11T05:30', '06-12T05:30']);
});

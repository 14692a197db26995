import fc from 'fast-check';
import type { CityId, VenueId } from '../../contract/ids.js';
import { kmBetween, travelMinutesFor, TravelTimes } from './travel-times.js';
import type { PlacementCity, PlacementWorld } from './world.js';

const city = (id: string, latitude: number | null, longitude: number | null): PlacementCity => ({ id: id as CityId, zone: 'UTC', latitude, longitude });
const PARIS = city('paris', 48.8566, 2.3522);
const LONDON = city('london', 51.5074, -0.1278);
const NEW_YORK = city('new-york', 40.7128, -74.006);
const SOMEWHERE = city('somewhere', null, null);

it.each([
  ['Paris and London', PARIS, LONDON, 344],
  ['Paris and New York', PARIS, NEW_YORK, 5_837],
  ['across the date line', city('suva', -18.14, 178.44), city('apia', -13.83, -171.77), 1_151],
  ['pole and pole', city('north', 90, 0), city('south', -90, 120), 20_015],
])('kilometres between %s', (_name, a, b, km) => {
  expect(Math.round(kmBetween(a, b)!)).toBe(km);
  expect(Math.round(kmBetween(b, a)!)).toBe(km);
});

it.each([
  ['next door', 0, 30], ['a suburb', 20, 50], ['where trains are faster', 150, 177], ['where planes are faster', 344, 266], ['an ocean', 5_837, 678],
])('door to door, %s', (_name, km, minutes) => {
  expect(travelMinutesFor(km)).toBe(minutes);
});

it('never takes less time for a longer way', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 20_016, noNaN: true }), fc.double({ min: 0, max: 20_016, noNaN: true }), (a, b) => {
    expect(travelMinutesFor(Math.min(a, b))).toBeLessThanOrEqual(travelMinutesFor(Math.max(a, b)));
  }));
});

describe('between venues', () => {
  const venues = [['hall', PARIS], ['foyer', PARIS], ['dock', LONDON], ['barn', SOMEWHERE]] as const;
  const world = {
    cities: new Map([PARIS, LONDON, SOMEWHERE].map((one) => [one.id, one])),
    venues: new Map(venues.map(([id, { id: cityId }]) => [id as VenueId, { id: id as VenueId, cityId, uplinks: 0, satelliteWindows: [] }])),
    travelMinutes: new Map([['dock foyer', 95]]),
  } as unknown as PlacementWorld;
  it.each([
    ['hall', 'hall', { minutes: 0, basis: 'same-city' }],
    ['hall', 'foyer', { minutes: 30, basis: 'same-city' }],
    ['hall', 'dock', { minutes: 266, basis: 'distance' }],
    ['foyer', 'dock', { minutes: 95, basis: 'organizer' }],
    ['dock', 'foyer', { minutes: 95, basis: 'organizer' }],
    ['hall', 'barn', { minutes: 30, basis: 'unknown-position' }],
  ])('from %s to %s', (from, to, travel) => {
    expect(new TravelTimes(world).between(from as VenueId, to as VenueId)).toEqual(travel);
  });
});

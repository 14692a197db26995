import type { CityId, VenueId } from '@contract/ids.js';
import type { City } from '@contract/place.js';
import { readTravel } from './read-travel.js';
import { readMinutes, trueChanges, undoing, withChanges, wrongWays } from './travel-changes.js';
import { Ways } from './ways.js';

const aCity = (name: string, position: number, at: Pick<City, 'latitude' | 'longitude'> = { latitude: null, longitude: null }): City =>
  ({ id: name as CityId, name, country: null, zone: 'Europe/Paris', position, ...at });
const aVenue = (id: string, city: string, name = id) => ({ id: id as VenueId, name, cityId: city as CityId });

const ways = new Ways(
  [aCity('Oslo', 1, { latitude: 59.91, longitude: 10.75 }), aCity('Lyon', 0, { latitude: 45.76, longitude: 4.84 }), aCity('Shiraz', 2)],
  [aVenue('Dome', 'Oslo'), aVenue('Palace', 'Lyon'), aVenue('Annex', 'Lyon'), aVenue('hall-oslo', 'Oslo', 'Hall'), aVenue('hall-lyon', 'Lyon', 'Hall'), aVenue('Bagh', 'Shiraz', 'باغ کتاب')],
);
const namesOf = (list: ReturnType<Ways['all']>): string[] => list.map(({ from, to }) => `${from.id}-${to.id}`);
const held = { items: [{ from: 'Dome' as VenueId, to: 'Palace' as VenueId, minutes: 300 }, { from: 'Annex' as VenueId, to: 'Palace' as VenueId, minutes: 5 }] };

describe('the ways between venues', () => {
  it('are each there once, in the order of cities', () => {
    expect(ways.count).toBe(15);
    expect(namesOf(ways.all()).slice(0, 4)).toEqual(['Annex-hall-lyon', 'Annex-Palace', 'Annex-Dome', 'Annex-hall-oslo']);
  });

  it('from one venue lead to all others', () => {
    expect(namesOf(ways.from('Bagh'))).toEqual(['Annex', 'hall-lyon', 'Palace', 'Dome', 'hall-oslo'].map((id) => `Bagh-${id}`));
  });

  it('are found by key, without those whose venue is gone', () => {
    expect(namesOf(ways.named(['Dome Palace', 'Annex Palace', 'Dome Palace', 'Barn Palace']))).toEqual(['Annex-Palace', 'Palace-Dome']);
  });

  it.each([
    ['Annex Palace', { minutes: 30, basis: 'same-city' }],
    ['Dome Palace', { minutes: 362, basis: 'distance' }],
    ['Bagh Dome', { minutes: 30, basis: 'unknown-position' }],
  ])('%s is estimated', (key, travel) => {
    expect(ways.estimate(ways.named([key])[0]!)).toEqual(travel);
  });
});

describe('an own time', () => {
  it.each<[string, number | null | undefined]>([
    ['90', 90], [' 0 ', 0], ['1:30', 90], ['۹۰', 90], ['', null], ['10080', 10_080], ['10081', undefined], ['168:01', undefined], ['1:75', undefined], ['-5', undefined], ['1.5', undefined], ['soon', undefined],
  ])('typed as “%s” is read', (text, minutes) => {
    expect(readMinutes(text)).toBe(minutes);
  });

  it('is put into what the server holds, and taken back', () => {
    const changes = { 'Annex Palace': '', 'Bagh Dome': '2:00', 'Dome Palace': '310' };
    const items = withChanges(held, changes);
    expect(items).toEqual([{ from: 'Dome', to: 'Palace', minutes: 310 }, { from: 'Bagh', to: 'Dome', minutes: 120 }]);
    expect(withChanges({ items }, undoing(held, changes))).toEqual(expect.arrayContaining(held.items));
    expect(withChanges({ items }, undoing(held, changes))).toHaveLength(2);
  });

  it('typed and typed back is no change', () => {
    expect(trueChanges(held, { 'Dome Palace': '5:00', 'Annex Palace': '6', 'Bagh Dome': '' })).toEqual({ 'Annex Palace': '6' });
  });

  it('that is none is named', () => {
    expect(wrongWays({ 'Dome Palace': 'soon', 'Annex Palace': '6' })).toEqual(['Dome Palace']);
  });
});

describe('lines from a spreadsheet', () => {
  it('are understood by venue, by venue with its city, and by a city with one venue; headings are not counted', () => {
    expect(readTravel('From\tTo\tMinutes\nDOME\tpalace\t300\nHall, Lyon\tHall (Oslo)\t6:10\nShiraz\tDome\t۷۲۰\n\n', ways)).toEqual({
      changes: { 'Dome Palace': '300', 'hall-lyon hall-oslo': '370', 'Bagh Dome': '720' }, unread: [],
    });
  });

  it('typed by hand have semicolons', () => {
    expect(readTravel('Hall, Lyon; Dome; 90', ways).changes).toEqual({ 'Dome hall-lyon': '90' });
  });

  it('that are not understood are reported, each with why', () => {
    expect(readTravel('Dome\tBarn\t10\nDome\tHall\t10\nDome\tDome\t10\nDome\tPalace\tsoon\nDome\tPalace\nLyon\tDome\t5\nAnnex\tPalace\t7', ways)).toEqual({
      changes: { 'Annex Palace': '7' },
      unread: [
        { line: 1, text: 'Dome · Barn · 10', problem: 'unknown', name: 'Barn' },
        { line: 2, text: 'Dome · Hall · 10', problem: 'ambiguous', name: 'Hall' },
        { line: 3, text: 'Dome · Dome · 10', problem: 'same' },
        { line: 4, text: 'Dome · Palace · soon', problem: 'minutes' },
        { line: 5, text: 'Dome · Palace', problem: 'cells' },
        { line: 6, text: 'Lyon · Dome · 5', problem: 'ambiguous', name: 'Lyon' },
      ],
    });
  });
});

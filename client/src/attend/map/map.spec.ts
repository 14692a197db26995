import { geoContains } from 'd3-geo';
import fc from 'fast-check';
import { middleLongitude } from './middle-longitude.js';
import { overlap, placeLabels, type Marker } from './place-labels.js';
import { projectionFor } from './projection.js';
import { nightCircle, subsolarPoint } from './sun.js';
import { toward, type Heading } from './toward.js';

const map = { width: 400, height: 300 };
const marker = (id: string, x: number, y: number, priority = 0): Marker => ({ id, x, y, radius: 5, width: 40, height: 10, priority });

describe('placeLabels', () => {
  it('prefers the right of the marker', () => {
    expect(placeLabels([marker('a', 100, 100)], map).get('a')).toEqual({ x: 108, y: 95, width: 40, height: 10 });
  });

  it('turns to the left at the right edge', () => {
    expect(placeLabels([marker('a', 390, 100)], map).get('a')?.x).toBe(342);
  });

  it('gives the better place to the more wanted label', () => {
    const labels = placeLabels([marker('a', 100, 100, 1), marker('b', 100, 108, 0)], map);
    expect([labels.get('a')?.x, labels.get('b')?.x]).toEqual([52, 108]);
  });

  it('leaves out what has no place', () => {
    const crowd = Array.from({ length: 40 }, (_, i) => marker(`c${i}`, 200 + (i % 8), 150 + Math.floor(i / 8), i));
    const labels = [...placeLabels(crowd, map).values()];
    expect([labels.some((label) => label !== null), labels.some((label) => label === null)]).toEqual([true, true]);
  });

  it('covers neither labels, nor markers, nor the edge', () => {
    const markers = fc.array(fc.record({ x: fc.nat(400), y: fc.nat(300), width: fc.integer({ min: 10, max: 90 }), priority: fc.nat(3) }), { maxLength: 40 });
    fc.assert(fc.property(markers, (list) => {
      const all = list.map((item, i) => ({ ...marker(`m${i}`, item.x, item.y, item.priority), width: item.width }));
      const placed = [...placeLabels(all, map)].flatMap(([id, rect]) => (rect === null ? [] : [{ id, rect }]));
      for (const { id, rect } of placed) {
        expect(rect.x >= 0 && rect.y >= 0 && rect.x + rect.width <= map.width && rect.y + rect.height <= map.height).toBe(true);
        expect(placed.some((other) => other.id !== id && overlap(rect, other.rect))).toBe(false);
        expect(all.some((dot) => dot.id !== id && overlap(rect, { x: dot.x - 5, y: dot.y - 5, width: 10, height: 10 }))).toBe(false);
      }
    }));
  });
});

describe('subsolarPoint', () => {
  it.each([
    ['over the equator at the March equinox of 2026', '2026-03-20T14:46:00Z', 0],
    ['over the tropic of Cancer in June', '2026-06-21T08:24:00Z', 23.44],
    ['over the tropic of Capricorn in December', '2026-12-21T20:50:00Z', -23.44],
  ])('stands %s', (_name, instant, latitude) => {
    expect(subsolarPoint(Date.parse(instant))[1]).toBeCloseTo(latitude, 1);
  });

  it.each([
    // the equation of time: clocks and sun differ by up to 16 minutes, that is 4 degrees
    ['in early November the sun is 16.4 minutes fast', '2026-11-03T12:00:00Z', -4.1],
    ['in mid February it is 14.2 minutes slow', '2026-02-11T12:00:00Z', 3.55],
    ['six hours later it stands a quarter further west', '2026-02-11T18:00:00Z', -86.45],
  ])('%s', (_name, instant, longitude) => {
    expect(subsolarPoint(Date.parse(instant))[0]).toBeCloseTo(longitude, 1);
  });
});

describe('nightCircle', () => {
  it.each([
    ['Paris at midnight', [2.35, 48.86], '2026-11-24T00:00:00Z', true], ['Paris at noon', [2.35, 48.86], '2026-11-24T12:00:00Z', false],
    ['Sydney in its morning', [151.2, -33.87], '2026-11-24T00:00:00Z', false], ['Tromsø at noon of the polar night', [18.96, 69.65], '2026-12-21T11:00:00Z', true],
  ])('%s', (_name, place, instant, night) => {
    expect(geoContains(nightCircle(Date.parse(instant)), place as [number, number])).toBe(night);
  });
});

describe('middleLongitude', () => {
  it.each([
    ['no cities', [], 0], ['one city', [10], 10], ['around Greenwich', [-10, 30], 10], ['over the date line', [150, -150], -180],
    ['Europe and America', [-120, 20], -50],
    ['the known map, though a cut through Asia would be a little narrower', [-123, -74, 18, 115, 151], 14],
  ])('%s', (_name, longitudes, expected) => {
    expect(middleLongitude(longitudes)).toBeCloseTo(expected, 6);
  });

  it('never cuts the map much closer to a city than the best cut would be', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -180, max: 179 }), { minLength: 1, maxLength: 12 }), (longitudes) => {
      const apart = (a: number, b: number): number => Math.min((((a - b) % 360) + 360) % 360, (((b - a) % 360) + 360) % 360);
      const clearance = (cut: number): number => Math.min(...longitudes.map((longitude) => apart(longitude, cut)));
      const best = Math.max(...Array.from({ length: 720 }, (_, i) => clearance(i / 2)));
      expect(clearance(middleLongitude(longitudes) + 180)).toBeGreaterThanOrEqual(best * 0.5 - 1e-6);
    }));
  });
});

describe('toward', () => {
  const points = [{ id: 'middle', x: 0, y: 0 }, { id: 'near', x: 10, y: 2 }, { id: 'far', x: 40, y: 0 }, { id: 'below', x: 3, y: 20 }];
  it.each<[Heading, string | undefined]>([['right', 'near'], ['down', 'below'], ['left', undefined], ['up', undefined]])('%s', (heading, expected) => {
    expect(toward(points, points[0]!, heading)?.id).toBe(expected);
  });
});

describe('projectionFor', () => {
  const size = { width: 800, height: 400 };
  const cities = fc.array(fc.record({ longitude: fc.integer({ min: -180, max: 180 }), latitude: fc.integer({ min: -80, max: 80 }) }), { minLength: 1, maxLength: 12 });

  it('keeps every city on the map, away from its edge', () => {
    fc.assert(fc.property(cities, (list) => {
      const projection = projectionFor(list, 'cities', null, size, 40);
      for (const { longitude, latitude } of list) {
        const [x, y] = projection([longitude, latitude])!;
        expect(x >= 39 && x <= 761 && y >= 39 && y <= 361).toBe(true);
      }
    }));
  });

  it('puts the city that is looked at into the middle', () => {
    fc.assert(fc.property(cities, (list) => {
      const [near] = list;
      const [x, y] = projectionFor(list, 'near', near!, size, 40)([near!.longitude, near!.latitude])!;
      expect(Math.abs(x - 400)).toBeLessThan(1);
      expect(Math.abs(y - 200)).toBeLessThan(40);
    }));
  });

  it('shows the whole world on demand, and without any city', () => {
    const [worldWide, empty] = [projectionFor([], 'world', null, size, 40), projectionFor([], 'cities', null, size, 40)];
    expect(worldWide([0, 89])).toEqual(empty([0, 89]));
  });
});

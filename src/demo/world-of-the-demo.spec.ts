import { Colour, ZoneName } from '../contract/scalars.js';
import { roomsOf } from './placed-session.js';
import { TRACKS } from './tracks.js';
import { DEMO_WORLD } from './world-of-the-demo.js';

const { cities, people, topics } = DEMO_WORLD;

it('has 24 cities in Europe, Australia, Canada and the United States, with 30 venues and 60 rooms', () => {
  expect(cities).toHaveLength(24);
  expect(cities.flatMap((city) => city.venues)).toHaveLength(30);
  expect(cities.flatMap(roomsOf)).toHaveLength(60);
  expect(cities.filter((city) => city.country === 'AU').length).toBeGreaterThanOrEqual(4);
  expect(cities.filter((city) => city.country === 'CA').length).toBeGreaterThanOrEqual(4);
  expect(cities.filter((city) => city.country === 'US').length).toBeGreaterThanOrEqual(4);
  for (const city of cities) expect(ZoneName.safeParse(city.zone).success).toBe(true);
});

it('names everything once', () => {
  for (const names of [cities.map(({ name }) => name), people.map(({ name }) => name), topics.map(({ title }) => title)]) {
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  }
});

it('has about 220 people, each at home in one of the cities, speaking a language of it', () => {
  expect(people.length).toBeGreaterThanOrEqual(215);
  for (const person of people) {
    const home = cities.find((city) => city.name === person.home);
    expect(home?.languages.some((language) => person.languages.includes(language))).toBe(true);
  }
});

it('has topics of every track in every language', () => {
  for (const { key } of TRACKS) {
    expect(new Set(topics.filter((topic) => topic.track === key).map((topic) => topic.language)).size).toBe(5);
  }
});

it.each(TRACKS)('lets white text be read on the colour of $name', ({ colour }) => {
  expect(Colour.safeParse(colour).success).toBe(true);
  expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(4.5);
});

/** WCAG 2 relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

import { DEMO_SLUG, seedDemo } from '../../src/demo/seed-demo.js';
import { freePort } from '../../src/platform/database/free-port.js';
import { aHouse, type House } from '../support/a-house.js';
import { anAdministrator } from '../support/an-administrator.js';
import { audit } from '../support/audit.js';

let house: House<void>;
let port: number;
let path: string;

beforeAll(async () => {
  port = await freePort();
  house = await aHouse(async (source) => await seedDemo(source, new Date()), [`--remote-debugging-port=${port}`]);
  const { cities } = await anAdministrator(house, DEMO_SLUG).agenda();
  path = `/${DEMO_SLUG}/agenda?city=${Object.keys(cities)[0]}`;
});

afterAll(async () => await house.close());

/*
 * One city's agenda on a screen as high as it is long. The whole one begins at the present: whichever row is scrolled half under
 * a bar at that moment would be judged too small to be pressed. What bars cover where nothing can be scrolled any more is judged.
 */
it.each(['phone', 'desktop'] as const)('gives the agenda 100 for accessibility and for best practices on a %s', async (as) => {
  const { scores, findings } = await audit(house.url + path, { port, as, height: 6_000, categories: ['accessibility', 'best-practices'] });
  expect({ scores, findings }).toEqual({ scores: { accessibility: 100, 'best-practices': 100 }, findings: [] });
});

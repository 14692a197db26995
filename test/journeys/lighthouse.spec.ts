import { DEMO_SLUG, seedDemo } from '../../src/demo/seed-demo.js';
import { freePort } from '../../src/platform/database/free-port.js';
import { aHouse, type House } from '../support/a-house.js';
import { audit } from '../support/audit.js';

let house: House<void>;
let port: number;

beforeAll(async () => {
  port = await freePort();
  house = await aHouse(async (source) => await seedDemo(source, new Date()), [`--remote-debugging-port=${port}`]);
});

afterAll(async () => await house.close());

it.each(['phone', 'desktop'] as const)('gives the agenda 100 for accessibility and for best practices on a %s', async (as) => {
  const { scores, findings } = await audit(`${house.url}/${DEMO_SLUG}/agenda`, { port, as, categories: ['accessibility', 'best-practices'] });
  expect({ scores, findings }).toEqual({ scores: { accessibility: 100, 'best-practices': 100 }, findings: [] });
});

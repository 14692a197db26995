import { DEMO_SLUG, seedDemo } from '../../src/demo/seed-demo.js';
import { freePort } from '../../src/platform/database/free-port.js';
import { aHouse, type House } from '../../test/support/a-house.js';
import { audit, type Audited } from '../../test/support/audit.js';
import { machine, median, table } from '../figures.js';

const RUNS = 3;
const DEVICES = ['phone', 'desktop'] as const;
const LEAST_ON_A_PHONE = 90;

let house: House<void>;
let port: number;

beforeAll(async () => {
  port = await freePort();
  house = await aHouse(async (source) => await seedDemo(source, new Date()), [`--remote-debugging-port=${port}`]);
});

afterAll(async () => await house.close());

it(`gives the demo's agenda at least ${LEAST_ON_A_PHONE} for performance on a phone, in the median of ${RUNS}`, async () => {
  const on = machine(house.browser);
  const runs: Record<(typeof DEVICES)[number], Audited[]> = { phone: [], desktop: [] };
  for (const as of DEVICES) {
    for (let run = 0; run < RUNS; run += 1) runs[as].push(await audit(`${house.url}/${DEMO_SLUG}/agenda`, { port, as, categories: ['performance'] }));
  }
  process.stdout.write(`\n${on}\n\n${table(
    ['device', 'performance', 'first paint', 'largest paint', 'blocked', 'shift', 'first load'],
    DEVICES.map((as) => {
      const middle = (of: (audited: Audited) => number): number => median(runs[as].map(of));
      return [
        as, scoreOf(runs[as]), `${Math.round(middle(({ figures }) => figures.firstPaint))} ms`, `${Math.round(middle(({ figures }) => figures.largestPaint))} ms`,
        `${Math.round(middle(({ figures }) => figures.blocked))} ms`, middle(({ figures }) => figures.shift).toFixed(3), `${Math.round(middle(({ figures }) => figures.transferred))} kB`,
      ];
    }),
  )}\n\n`);
  expect(scoreOf(runs.phone)).toBeGreaterThanOrEqual(LEAST_ON_A_PHONE);
});

const scoreOf = (runs: readonly Audited[]): number => median(runs.map(({ scores }) => scores.performance ?? 0));

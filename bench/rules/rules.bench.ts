import { aLargePlacement } from '../../test/support/placement/a-large-placement.js';
import { naiveFit } from '../../test/support/placement/naive-fit.js';
import { naiveFindings } from '../../test/support/placement/naive-rules.js';
import { comparable } from '../../test/support/placement/same-findings.js';
import { theDemoPlacement } from '../../test/support/placement/the-demo-placement.js';
import type { SessionId } from '../../src/contract/ids.js';
import type { Finding } from '../../src/rules/finding.js';
import { checkPlacement } from '../../src/rules/placement/check-placement.js';
import { whereItFits } from '../../src/rules/placement/fit/where-it-fits.js';
import { PlacementIndex } from '../../src/rules/placement/placement-index.js';
import type { PlacementSlot } from '../../src/rules/placement/world.js';
import { machine, median, table } from '../figures.js';

const HOUR = 60 * 60_000;
const ROUNDS = 15;
const MOVES = 200;

it('tells how long a full check, a move and a search take', () => {
  const on = machine(null);
  const { world, placement } = aLargePlacement();
  const full = timed(ROUNDS, () => checkPlacement(world, placement));
  const found = checkPlacement(world, placement);

  const index = new PlacementIndex(world, placement);
  const moves = movesOf([...index.placement].slice(0, MOVES));
  index.findings();
  const asked = timed(MOVES, (turn) => index.findingsFor(...moves[turn % MOVES]!));
  const made = timed(MOVES, (turn) => {
    index.set(...moves[turn % MOVES]!);
    return index.findings();
  });

  const demo = theDemoPlacement(Date.parse('2026-11-24T10:17:31Z'), 1);
  const demoIndex = new PlacementIndex(demo.world, demo.placement);
  const sessions = [...demo.placement.keys()];
  const searched = timed(sessions.length, (turn) => whereItFits(demoIndex, sessions[turn % sessions.length]!));
  const { candidates } = whereItFits(demoIndex, sessions[0]!);
  const searchedByHand = timed(1, () => naiveFit(demoIndex, sessions[0]!, 20));
  const demoChecked = timed(ROUNDS, () => checkPlacement(demo.world, demo.placement));

  // the plain rules compare all with all: a tenth of the conference is as much as one cares to wait for
  const tenth = aLargePlacement(500);
  const plain = timed(1, () => naiveFindings(tenth.world, tenth.placement));
  const ours = timed(ROUNDS, () => checkPlacement(tenth.world, tenth.placement));
  expect(comparable(checkPlacement(tenth.world, tenth.placement))).toEqual(comparable(naiveFindings(tenth.world, tenth.placement)));

  const row = (what: string, times: readonly number[], against = ''): string[] => [what, `${Math.min(...times).toFixed(2)} ms`, `${median(times).toFixed(2)} ms`, against];
  process.stdout.write(`\n${on}\n5,000 sessions, 500 rooms, 100 cities: ${found.length} findings (${blocking(found)} blocking); where it fits looks at ${candidates} candidates.\n\n${table(
    ['what', 'least', 'median', 'against'],
    [
      row('full check, 5,000 sessions', full), row('one move asked about, of 5,000', asked, `a full check: ${ratio(full, asked)}`),
      row('one move made and all findings read, of 5,000', made, `a full check: ${ratio(full, made)}`),
      row('full check, 500 sessions', ours, `comparing all with all: ${ratio(plain, ours)}`),
      row('full check, demo', demoChecked), row('where it fits, demo', searched, `asking about each candidate: ${ratio(searchedByHand, searched)}`),
    ],
  )}\n\n`);
});

const ratio = (theirs: readonly number[], ours: readonly number[]): string => `${Math.round(median(theirs) / median(ours))} times as long`;

const blocking = (findings: readonly Finding[]): number => findings.filter(({ severity }) => severity === 'blocking').length;

/** An hour later, in the room that another one has. */
function movesOf(placed: readonly (readonly [SessionId, PlacementSlot])[]): [SessionId, PlacementSlot][] {
  return placed.map(([id, slot], turn) => {
    const { roomId } = placed[(turn + 7) % placed.length]![1];
    return [id, { ...slot, roomId, startsAt: slot.startsAt + HOUR, endsAt: slot.endsAt + HOUR }];
  });
}

/** Processor time in milliseconds, collecting garbage included: what others do on the machine costs none of it. */
function timed(rounds: number, run: (turn: number) => unknown): number[] {
  if (rounds > 1) run(0);
  return Array.from({ length: rounds }, (_, turn) => {
    const before = process.cpuUsage();
    run(turn);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
}

import type { HandOver } from '@contract/streams.js';
import { planAgain, replan, showNow } from './show.js';

const item = (id: string, time: string, to: string | null = id.toUpperCase()): HandOver => ({ id, at: `2026-12-01T${time}:00.000Z`, to }) as HandOver;
const SHOW = [item('a', '09:00'), item('b', '10:00'), item('c', '11:00'), item('d', '12:00', null)];
const at = (time: string): number => Date.parse(`2026-12-01T${time}:00.000Z`);

test.each<[string, string, string | null, string[]]>([
  ['before the first', '08:00', null, ['a', 'b', 'c', 'd']],
  ['exactly at one', '10:00', 'b', ['c', 'd']],
  ['between two', '11:30', 'c', ['d']],
  ['after the last', '13:00', 'd', []],
])('%s', (_, time, current, coming) => {
  const now = showNow(SHOW, at(time));
  expect([now.current?.id ?? null, now.coming.map(({ id }) => id)]).toEqual([current, coming]);
});

test('adding, moving and removing keep the order of time, and leave out what is past', () => {
  const added = { at: '2026-12-01T11:30:00.000Z', to: null };
  const times = (plan: { at: string }[]): string[] => plan.map((one) => one.at.slice(11, 16));
  expect(times(replan(SHOW, at('10:30'), { added }))).toEqual(['11:00', '11:30', '12:00']);
  expect(times(replan(SHOW, at('10:30'), { gone: 'd', added }))).toEqual(['11:00', '11:30']);
  expect(times(replan(SHOW, at('10:30'), { gone: 'c' }))).toEqual(['12:00']);
  expect(planAgain(SHOW, at('11:00'))).toEqual([{ at: '2026-12-01T12:00:00.000Z', to: null }]);
});

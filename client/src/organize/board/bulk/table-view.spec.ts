import type { TrackId } from '@contract/ids.js';
import type { BoardEntry } from '../model/board-index.js';
import { AS_CHOSEN, rowsShown, sortedBy } from './table-view.js';

const anEntry = (title: string, track: string | null): BoardEntry =>
  ({ session: { title }, track: track === null ? null : { id: track as TrackId, name: track, colour: null, position: 0 }, speakers: [], at: null }) as unknown as BoardEntry;
const entries = [anEntry('Tides', null), anEntry('Fjords', 'sea'), anEntry('Opening', 'air'), anEntry('Caves', 'sea')];
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const titles = (view: Parameters<typeof rowsShown>[1]): string[] => rowsShown(entries, view, compare).map((n) => entries[n]!.session.title);

it.each([
  ['as chosen', AS_CHOSEN, ['Tides', 'Fjords', 'Opening', 'Caves']],
  ['by title', { sort: { by: 'title', down: false }, trackId: '' }, ['Caves', 'Fjords', 'Opening', 'Tides']],
  ['by title, down', { sort: { by: 'title', down: true }, trackId: '' }, ['Tides', 'Opening', 'Fjords', 'Caves']],
  ['by track, those without last', { sort: { by: 'track', down: false }, trackId: '' }, ['Opening', 'Fjords', 'Caves', 'Tides']],
  ['by track, down, those without last', { sort: { by: 'track', down: true }, trackId: '' }, ['Fjords', 'Caves', 'Opening', 'Tides']],
  ['of one track', { sort: null, trackId: 'sea' }, ['Fjords', 'Caves']],
  ['without a track', { sort: null, trackId: 'none' }, ['Tides']],
] as const)('rows are shown %s', (_name, view, shown) => {
  expect(titles(view)).toEqual(shown);
});

it('a heading sorts up, then down, then not', () => {
  const up = sortedBy(AS_CHOSEN, 'title');
  const down = sortedBy(up, 'title');
  expect([up.sort, down.sort, sortedBy(down, 'title').sort, sortedBy(down, 'track').sort]).toEqual([
    { by: 'title', down: false }, { by: 'title', down: true }, null, { by: 'track', down: false },
  ]);
});

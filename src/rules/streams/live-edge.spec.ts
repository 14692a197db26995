import { liveEdge } from './live-edge.js';
import type { ExternalSegment } from './read-playlist.js';

const segments = (durations: readonly number[], breaks: readonly number[] = []): ExternalSegment[] =>
  durations.map((duration, sequence) => ({ sequence, url: `https://origin.example.org/${sequence}.ts`, range: null, duration, discontinuity: breaks.includes(sequence), startsAt: null, init: null }));

it.each<[string, ExternalSegment[], number[]]>([
  ['two of long segments', segments([6, 6, 6, 6]), [2, 3]],
  ['four seconds of short ones', segments([1, 1, 1, 1, 1, 1]), [2, 3, 4, 5]],
  ['none of before the last break', segments([6, 6, 6, 6], [3]), [3]],
  ['all of before another break', segments([6, 6, 6, 6], [1]), [2, 3]],
  ['all that there is', segments([2]), [0]],
  ['nothing of nothing', [], []],
])('begins with %s', (_name, all, sequences) => {
  expect(liveEdge(all).map(({ sequence }) => sequence)).toEqual(sequences);
});

import Sequencer from '@jest/test-sequencer';

/** Specs of about half a minute and more on a quiet machine, the longest first. */
const LONGEST = [
  'test/journeys/accessibility.spec.ts', 'test/journeys/player.spec.ts', 'test/boot.spec.ts', 'test/journeys/recordings.spec.ts',
  'src/streams/inputs/fed-source.spec.ts', 'test/journeys/whole-day.spec.ts', 'test/journeys/releases.spec.ts',
  'src/streams/running/streams-end-to-end.spec.ts', 'src/streams/running/paths-end-to-end.spec.ts',
];

/**
 * The order where no earlier run is remembered, as in CI: the longest, the other journeys, then the rest by size as Jest does.
 * Else a worker is left alone at the end with a long one that the other one could have begun beside.
 */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    // remembered durations tell more than a list
    if (sorted.some((test) => test.duration !== undefined)) return sorted;
    const ranks = new Map(sorted.map((test) => [test, rank(test.path.replaceAll('\\', '/'))]));
    return sorted.sort((a, b) => ranks.get(a) - ranks.get(b));
  }
}

function rank(path) {
  const place = LONGEST.findIndex((long) => path.endsWith(`/${long}`));
  if (place >= 0) return place;
  return LONGEST.length + (path.includes('/test/journeys/') ? 0 : 1);
}

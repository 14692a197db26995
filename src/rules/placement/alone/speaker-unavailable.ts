import { isWithin } from '../../availability.js';
import type { FindingOf } from '../../finding.js';
import { nearestWindow } from '../nearest-window.js';
import { blockingFor, type Placed } from '../placed.js';
import type { PreparedWorld } from '../prepared-world.js';

/** Not all of the session lies in one of the windows that the speaker gave. Windows that abut are one. A finding a speaker. */
export function speakerUnavailable(placed: Placed, { available }: PreparedWorld): FindingOf<'speaker-unavailable'>[] {
  const findings: FindingOf<'speaker-unavailable'>[] = [];
  for (const speaker of placed.cast.all) {
    const windows = available.get(speaker);
    if (windows === undefined || isWithin(windows, placed)) continue;
    findings.push({
      code: 'speaker-unavailable', severity: blockingFor(placed), sessions: [placed.id],
      facts: { speaker, nearest: nearestWindow(windows, placed) },
    });
  }
  return findings;
}

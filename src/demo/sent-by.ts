import type { UplinkKind } from '../contract/place.js';
import type { PlacedSession } from './placed-session.js';

/**
 * How each session leaves its venue: what was laid out for the satellite by it, the rest of the programme by the
 * internet. A venue has one uplink of each kind: of two at once the second takes the other one, and a third is not sent.
 */
export function sentBy<S extends PlacedSession>(sessions: readonly S[]): Map<S, UplinkKind> {
  const ways = new Map<S, UplinkKind>();
  const wishes = sessions.filter(({ programme, bySatellite }) => programme || bySatellite).sort((a, b) => Number(b.programme) - Number(a.programme) || a.startsAt - b.startsAt);
  for (const session of wishes) {
    const order: readonly UplinkKind[] = session.bySatellite ? ['satellite', 'internet'] : ['internet'];
    const way = order.find((kind) => sessions.every((other) => ways.get(other) !== kind || !together(session, other)));
    if (way !== undefined) ways.set(session, way);
  }
  return ways;
}

const together = (a: PlacedSession, b: PlacedSession): boolean => a.at.venue === b.at.venue && a.startsAt < b.endsAt && b.startsAt < a.endsAt;

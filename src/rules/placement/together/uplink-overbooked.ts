import type { FindingOf } from '../../finding.js';
import { blockingFor, type Placed } from '../placed.js';
import type { PreparedWorld } from '../prepared-world.js';
import type { TogetherRule } from '../rule.js';

type Overbooked = FindingOf<'uplink-overbooked'>;

/**
 * At a session's start, more stages are live from its venue than the uplinks there carry; or more of them by satellite
 * than there are satellite uplinks with a booking. A stage is a room: two sessions in one shared room are one picture.
 * `before` are the venue's sent sessions which started before it or with it. A finding concerns all that are live then.
 */
export function uplinkOverbooked(placed: Placed, before: readonly Placed[], { satellite }: PreparedWorld): Overbooked[] {
  if (placed.session.sentBy === null) return [];
  const live = [...before.filter(({ endsAt, session }) => endsAt > placed.startsAt && session.sentBy !== null), placed];
  const findings: Overbooked[] = [];
  exceeds('uplinks', live, placed.venue.uplinks);
  // with no booking at all, each of them is outside of every window already
  const booked = satellite.get(placed.venue.id)?.length ?? 0;
  if (placed.session.sentBy === 'satellite' && booked > 0) exceeds('satellite', live.filter(({ session }) => session.sentBy === 'satellite'), booked);
  return findings;

  function exceeds(by: Overbooked['facts']['by'], concerned: readonly Placed[], most: number): void {
    const stages = new Set(concerned.map(({ room }) => room.id)).size;
    if (stages <= most) return;
    findings.push({
      code: 'uplink-overbooked', severity: blockingFor(...concerned), sessions: concerned.map(({ id }) => id),
      facts: { venue: placed.venue.id, at: placed.startsAt, stages, most, by },
    });
  }
}

export const uplinksOverbooked: TogetherRule = {
  code: 'uplink-overbooked',
  keysOf: ({ session, venue }) => (session.sentBy === null ? [] : [venue.id]),
  reach: () => 0,
  judge: uplinkOverbooked,
};

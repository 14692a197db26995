import type { EntityManager } from 'typeorm';
import type { UplinkId } from '../../contract/ids.js';
import type { UplinkKind } from '../../contract/place.js';
import { problem } from '../../platform/problems/problem-error.js';
import type { ChannelPlace } from './channel-reach.js';

/** An input leaves by an uplink of its own venue, of the kind that it says. @throws ProblemError `invalid-input` */
export async function refuseForeignUplink(tx: EntityManager, { venueId }: ChannelPlace, via: UplinkKind, uplinkId: UplinkId | null): Promise<void> {
  if (uplinkId === null) return;
  const [uplink] = await tx.query<{ kind: UplinkKind }[]>(`SELECT kind FROM uplink WHERE id = $1 AND venue_id = $2`, [uplinkId, venueId]);
  if (uplink === undefined) throw wrong('/uplinkId', 'Not an uplink of this stage’s venue.');
  if (uplink.kind !== via) throw wrong('/via', `That uplink is by ${uplink.kind}.`);
}

const wrong = (path: string, message: string) => problem('invalid-input', 'This uplink does not fit the input.', { errors: [{ path, message }] });

import type { EntityManager } from 'typeorm';
import { recordAudit } from '../../platform/audit/record-audit.js';
import type { Sealing } from '../../platform/sealing/sealing.js';
import { forgetAttendees, type Forgotten } from './forget-attendees.js';

/** For an emergency: forgets all attendees of a conference at once and for good, whoever asks for it being on record. Nothing else is. */
export async function purge(tx: EntityManager, sealing: Sealing, conferenceId: string, by: string): Promise<Forgotten> {
  const forgotten = await forgetAttendees(tx, sealing, conferenceId);
  await recordAudit(tx, { actor: by, action: 'purge-attendees', conferenceId, subject: `conference:${conferenceId}`, details: { ...forgotten } });
  return forgotten;
}

import type { EntityManager } from 'typeorm';
import { publish } from '../../agenda/publish.js';
import type { Revision } from '../../contract/changes.js';
import type { ConferenceId } from '../../contract/ids.js';

/** Runs a write of channels and publishes what it changed of them as one revision; null where nobody sees a difference. */
export async function publishChannels(tx: EntityManager, conferenceId: ConferenceId, actor: string, write: () => Promise<void>): Promise<Revision | null> {
  return await publish(tx, { conferenceId, scope: { place: false, sessions: [], channels: true }, kind: 'live', note: '', actor }, write);
}

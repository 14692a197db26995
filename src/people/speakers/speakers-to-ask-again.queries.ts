import type { EntityManager } from 'typeorm';
import type { ConferenceId, SessionId, SpeakerId } from '../../contract/ids.js';
import { answerOf, readSpeakerSlots } from './slots-of-speakers.queries.js';

export interface SpeakerToAskAgain {
  speakerId: SpeakerId;
  sessionId: SessionId;
}

/**
 * Whose answers no longer hold, of the sessions that revisions moved: who is told of the move is told that too. Nothing has to
 * call it for the question to be asked again; "My slots" says so by itself.
 */
export async function speakersToAskAgain(tx: EntityManager, conferenceId: ConferenceId, moved: readonly SessionId[]): Promise<SpeakerToAskAgain[]> {
  const ids: ReadonlySet<string> = new Set(moved);
  const slots = await readSpeakerSlots(tx, { conferenceId });
  return slots.filter((slot) => ids.has(slot.sessionId) && !slot.cancelled && answerOf(slot).again).map(({ speakerId, sessionId }) => ({ speakerId, sessionId }));
}

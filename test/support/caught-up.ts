import { RevisionRelay } from '../../src/agenda/revision-relay.js';
import type { ConferenceId } from '../../src/contract/ids.js';
import type { RunningApp } from './an-app.js';

/** What is served follows the revision log, a moment after a write's answer. Resolves when this application has read all that is in the log now. */
export async function caughtUp({ app }: RunningApp, conference: { id: ConferenceId }): Promise<void> {
  await app.get(RevisionRelay).pull(conference.id);
}

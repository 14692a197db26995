import type { SessionKind } from '../contract/agenda.js';

/** How long sessions of a kind usually are, in minutes. */
export const USUAL_MINUTES: Readonly<Record<SessionKind, number>> = {
  keynote: 60, panel: 90, talk: 45, statement: 20, performance: 60, workshop: 90, break: 45, other: 60,
};

import type { Change } from '@contract/changes.js';
import type { Status } from '../../ui/status-mark.js';

/** The mark of a session's latest unseen change; null where its own status says it already, or nothing changed. */
export function changeStatus(changes: readonly Change[] | undefined): Extract<Status, 'moved' | 'delayed' | 'new' | 'changed'> | null {
  const latest = changes?.at(-1)?.change;
  switch (latest) {
    case undefined:
    case 'session.cancelled':
      return null;
    case 'session.moved':
      return 'moved';
    case 'session.delayed':
      return 'delayed';
    case 'session.added':
      return 'new';
    default:
      return 'changed';
  }
}

import type { Window } from '@rules/availability.js';
import type { Severity } from '@rules/finding.js';
import type { BoardEntry } from '../model/board-index.js';

/** What blocks and rooms need beside their place: the same object until one of these changes. */
export interface BlockContext {
  /** The worst open finding of a session. */
  severityOf: ReadonlyMap<string, Severity>;
  selected: ReadonlySet<string>;
  /** The sessions that are on their way elsewhere. */
  carried: ReadonlySet<string>;
  /** What blocks say, in the page's language. */
  words: BlockWords;
  /** When a room is closed. */
  closedOf: (roomId: string) => readonly Window[];
  /** The booked satellite windows of a room's venue. */
  windowsOf: (venueId: string) => readonly Window[];
  /** Whether the reader may move what stands in a city. */
  mayMove: (cityId: string) => boolean;
}

export interface BlockWords {
  /** From when to when, or only from when where there is no room for more. */
  time: (entry: BoardEntry, zone: string, short: boolean) => string;
  /** What is not seen in the block, or only by its look. */
  untold: (entry: BoardEntry, zone: string, severity: Severity | null) => string;
  satelliteWindow: (window: Window, zone: string) => string;
  closed: string;
}

import type { Change } from '@contract/changes.js';
import type { BlockWords } from './block-words.js';
import type { DayWindow } from './day-windows.js';
import type { CityGroup } from './layout-day.js';
import type { Zoom } from './scale.js';
import type { Look } from './where-to-look.js';

/** What a drawing of the grid shows, however time runs in it. */
export interface Scene {
  window: DayWindow;
  groups: readonly CityGroup[];
  zoom: Zoom;
  /** Epoch milliseconds, brought forward every minute. */
  now: number;
  /** The zone of the axis. */
  zone: string;
  /** Whether each city shows the hours of its own clock. */
  cityHours: boolean;
}

/** What blocks need besides their place: the same object until one of these changes. */
export interface BlockContext {
  words: BlockWords;
  now: number;
  unseen: ReadonlyMap<string, readonly Change[]>;
  bookmarks: ReadonlySet<string>;
  hrefOf: (sessionId: string) => string;
}

/** How a drawing of the grid is told where to look: another object on each request. */
export interface ScrollRequest extends Look {
  smooth: boolean;
}

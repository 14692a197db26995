import type agenda from './en/agenda.json';
import type common from './en/common.json';
import type grid from './en/grid.json';
import type map from './en/map.json';
import type now from './en/now.json';
import type session from './en/session.json';

/** All texts of one language, by namespace. English is the measure: the others have the same keys (see languages.spec.ts). */
export interface Resources {
  common: typeof common;
  agenda: typeof agenda;
  session: typeof session;
  grid: typeof grid;
  map: typeof map;
  now: typeof now;
}

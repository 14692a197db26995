import type account from './en/account.json';
import type agenda from './en/agenda.json';
import type attendance from './en/attendance.json';
import type board from './en/board.json';
import type controlRoom from './en/controlRoom.json';
import type common from './en/common.json';
import type door from './en/door.json';
import type grid from './en/grid.json';
import type liveDay from './en/liveDay.json';
import type map from './en/map.json';
import type notices from './en/notices.json';
import type now from './en/now.json';
import type organize from './en/organize.json';
import type plan from './en/plan.json';
import type player from './en/player.json';
import type recordings from './en/recordings.json';
import type releases from './en/releases.json';
import type session from './en/session.json';
import type speak from './en/speak.json';
import type streams from './en/streams.json';
import type travel from './en/travel.json';

/** All texts of one language, by namespace. English is the measure: the others have the same keys (see languages.spec.ts). */
export interface Resources {
  common: typeof common;
  controlRoom: typeof controlRoom;
  account: typeof account;
  agenda: typeof agenda;
  session: typeof session;
  grid: typeof grid;
  liveDay: typeof liveDay;
  map: typeof map;
  notices: typeof notices;
  now: typeof now;
  organize: typeof organize;
  plan: typeof plan;
  player: typeof player;
  recordings: typeof recordings;
  releases: typeof releases;
  speak: typeof speak;
  streams: typeof streams;
  travel: typeof travel;
  attendance: typeof attendance;
  board: typeof board;
  door: typeof door;
}

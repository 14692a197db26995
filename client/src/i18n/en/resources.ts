import type { Resources } from '../resources.js';
import account from './account.json';
import agenda from './agenda.json';
import attendance from './attendance.json';
import board from './board.json';
import common from './common.json';
import door from './door.json';
import grid from './grid.json';
import liveDay from './liveDay.json';
import map from './map.json';
import notices from './notices.json';
import now from './now.json';
import organize from './organize.json';
import plan from './plan.json';
import releases from './releases.json';
import session from './session.json';
import speak from './speak.json';

export default { common, account, agenda, session, grid, liveDay, map, notices, now, organize, plan, releases, attendance, board, door, speak } satisfies Resources;

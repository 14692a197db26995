import type { Resources } from '../resources.js';
import agenda from './agenda.json';
import common from './common.json';
import grid from './grid.json';
import map from './map.json';
import now from './now.json';
import session from './session.json';

export default { common, agenda, session, grid, map, now } satisfies Resources;

import type { DemoPerson } from '../world.js';
import { AMERICANS } from './america.js';
import { AUSTRALIANS } from './australia.js';
import { EUROPEANS } from './europe.js';

export const PEOPLE: readonly DemoPerson[] = [...EUROPEANS, ...AUSTRALIANS, ...AMERICANS];

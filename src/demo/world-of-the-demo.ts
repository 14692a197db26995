import { AMERICA } from './cities/america.js';
import { AUSTRALIA } from './cities/australia.js';
import { EUROPE } from './cities/europe.js';
import { PEOPLE } from './people/people.js';
import { TOPICS } from './topics/topics.js';
import type { World } from './world.js';

export const DEMO_WORLD: World = { cities: [...EUROPE, ...AUSTRALIA, ...AMERICA], people: PEOPLE, topics: TOPICS };

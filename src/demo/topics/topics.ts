import type { DemoTopic } from '../world.js';
import { ACCESS_AND_REPAIR } from './english/access-and-repair.js';
import { KNOWLEDGE_AND_CITIES } from './english/knowledge-and-cities.js';
import { SKY_AND_SOUND } from './english/sky-and-sound.js';
import { WATER_AND_LANGUAGES } from './english/water-and-languages.js';
import { FRENCH } from './french.js';
import { GERMAN } from './german.js';
import { PERSIAN } from './persian.js';
import { SPANISH } from './spanish.js';

export const TOPICS: readonly DemoTopic[] = [
  ...KNOWLEDGE_AND_CITIES, ...WATER_AND_LANGUAGES, ...ACCESS_AND_REPAIR, ...SKY_AND_SOUND,
  ...FRENCH, ...GERMAN, ...SPANISH, ...PERSIAN,
];

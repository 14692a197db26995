import { equipmentMissing } from './alone/equipment-missing.js';
import { languageUncovered } from './alone/language-uncovered.js';
import { outsideSatelliteWindow } from './alone/outside-satellite-window.js';
import { overCapacity } from './alone/over-capacity.js';
import { roomClosed } from './alone/room-closed.js';
import { speakerUnavailable } from './alone/speaker-unavailable.js';
import { unfriendlyHour } from './alone/unfriendly-hour.js';
import type { AloneRule, TogetherRule } from './rule.js';
import { parallelTracks } from './together/parallel-track.js';
import { roomOverlaps } from './together/room-overlap.js';
import { speakerOverlaps } from './together/speaker-overlap.js';
import { travelTimes } from './together/travel-time.js';
import { uplinksOverbooked } from './together/uplink-overbooked.js';

export const ALONE: readonly AloneRule[] = [
  speakerUnavailable, roomClosed, outsideSatelliteWindow, overCapacity, unfriendlyHour, equipmentMissing, languageUncovered,
];

export const TOGETHER: readonly TogetherRule[] = [roomOverlaps, speakerOverlaps, travelTimes, uplinksOverbooked, parallelTracks];

import type { TrackKey } from './world.js';

interface DemoTrack {
  key: TrackKey;
  name: string;
  /** At least 4.5:1 against white and distinct from its neighbours without colour vision, by lightness. */
  colour: string;
}

export const TRACKS: readonly DemoTrack[] = [
  { key: 'knowledge', name: 'Open knowledge', colour: '#1d5fa6' },
  { key: 'cities', name: 'Living cities', colour: '#2c6b2f' },
  { key: 'water', name: 'Rivers and oceans', colour: '#0b6b78' },
  { key: 'languages', name: 'Languages and memory', colour: '#7d2f8c' },
  { key: 'access', name: 'Open to everyone', colour: '#a61b4a' },
  { key: 'repair', name: 'Repair and making', colour: '#8f4a0a' },
  { key: 'sky', name: 'Night sky', colour: '#2f3a7d' },
  { key: 'sound', name: 'Radio and sound', colour: '#5c5a10' },
];

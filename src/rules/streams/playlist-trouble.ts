import type { PlaylistRefusal } from './read-playlist.js';

/**
 * Why there is nothing to show of HLS that others make. `host-not-allowed`, `not-public`: it may not be asked. `no-answer`, `too-large`,
 * `too-many-redirects`: what was asked did not come. `ended`: it is no live stream. `still`: nothing is added to it. `other-media`: its
 * segments are neither MPEG-TS nor fragmented MP4.
 */
export type PlaylistTrouble = PlaylistRefusal | 'host-not-allowed' | 'not-public' | 'too-many-redirects' | 'no-answer' | 'ended' | 'still' | 'other-media';

import type { MediaEngine, OpenEngine } from './media-engine.js';

/** Loaded with the first press of "play", or a little before: see {@link warmUp}. */
const loadHls = async () => await import('./hls-engine.js');

const hasMediaSource = (): boolean => 'MediaSource' in window || 'ManagedMediaSource' in window;

/** Playing by hls.js, which knows low latency; by the browser itself where scripts may not feed a media element (iPhones before iOS 17). */
export const openEngine: OpenEngine = async (video, url, wishes, events, from): Promise<MediaEngine> => {
  if (hasMediaSource()) return new (await loadHls()).HlsEngine(video, url, wishes, events, from);
  return new (await import('./native-engine.js')).NativeEngine(video, url, wishes, events, from);
};

/** Has the program there before it is asked to play. */
export function warmUp(): void {
  if (hasMediaSource()) void loadHls().catch(() => undefined);
}

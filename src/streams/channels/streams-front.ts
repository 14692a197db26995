import type { RawRoutes } from '../../platform/http/raw-routes.js';
import { MEDIA_PATH } from '../../rules/streams/media-paths.js';
import type { Admission } from './admission.js';
import type { LiveChannels } from './live-channels.js';
import { MediaServer } from './serve-media.js';
import { PLAY_PATH, servePlaylists } from './serve-playlists.js';
import type { SourceRegistry } from './source-registry.js';

/** Puts playlists and media in front of the framework. Returns how to take them away; until then, a server that closes makes nobody wait. */
export function openStreamsFront(routes: RawRoutes, sources: SourceRegistry, channels: LiveChannels, admission: Admission): () => void {
  const media = new MediaServer(sources);
  const endWaiting = (): void => {
    channels.endWaiting();
    media.endWaiting();
  };
  const ways = [
    routes.add(PLAY_PATH, servePlaylists(channels, admission)),
    routes.add(MEDIA_PATH, media.handle),
    routes.onClosing(endWaiting),
  ];
  return () => {
    for (const leave of ways) leave();
    endWaiting();
  };
}

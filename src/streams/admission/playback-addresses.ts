import type { Playback } from '../../contract/channel.js';
import { ChannelId } from '../../contract/ids.js';

/** Where playlists are, with their slash at the end; the token follows, then the channel. */
export const PLAY_PATH = '/streams/play/';

const ADDRESS = /^\/streams\/play\/([\w.~-]{1,1024})\/([0-9a-f-]{36})\/main\.m3u8$/;

/** The first of the addresses, taken apart; null: it is none. What is in it is not checked. */
export function readPlaybackAddress(url: string): { token: string; channelId: ChannelId } | null {
  const [, token, id] = ADDRESS.exec(url) ?? [];
  const channelId = ChannelId.safeParse(id);
  return token === undefined || !channelId.success ? null : { token, channelId: channelId.data };
}

/** In the path and not in a query or a cookie: a cache in front keeps the one, and loses the others. */
export function playbackAddresses(token: string, channelId: ChannelId, expiresAt: Date): Playback {
  const at = (name: string): string => `${PLAY_PATH}${token}/${channelId}/${name}`;
  return { url: at('main.m3u8'), plainUrl: at('plain.m3u8'), audioOnlyUrl: at('plain/audio-only.m3u8'), expiresAt: expiresAt.toISOString() };
}

import { useCallback } from 'react';
import type { Playback } from '@contract/channel.js';
import { askApi } from '../../account/ask-api.js';

/** Asks the server for the addresses at which this reader may watch a channel. Throws RequestRefused. */
export function useAddress(slug: string, channelId: string): () => Promise<Playback> {
  return useCallback(async () => await askApi<Playback>('POST', `/api/conferences/${slug}/channels/${channelId}/playback`), [slug, channelId]);
}

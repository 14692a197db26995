import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ChannelDetails, Channels } from '@contract/streams.js';
import { askApi } from '../../account/ask-api.js';
import { sayWhyNot } from '../say-why-not.js';

export const channelsPath = (slug: string): string => `/api/conferences/${encodeURIComponent(slug)}/channels`;

/** The programme first, then the stages that the reader looks after. */
export function useChannels(slug: string): UseQueryResult<readonly ChannelDetails[]> {
  return useQuery({ queryKey: ['organize', slug, 'channels'], queryFn: async () => (await askApi<Channels>('GET', channelsPath(slug))).items });
}

export interface ChannelWrites {
  /** For forms: what is refused is thrown. `path` follows that of the channels. */
  send: <T>(method: 'POST' | 'PATCH', path: string, body?: object) => Promise<T>;
  /** For a button: says why not, and answers whether it was done. */
  remove: (path: string) => Promise<boolean>;
}

/** Writes of channels and inputs; what is shown is read anew after each. */
export function useChannelWrites(slug: string): ChannelWrites {
  const { t } = useTranslation('streams');
  const client = useQueryClient();
  const refresh = async (): Promise<void> => await client.invalidateQueries({ queryKey: ['organize', slug, 'channels'] });
  return {
    send: async <T>(method: 'POST' | 'PATCH', path: string, body?: object) => {
      const answer = await askApi<T>(method, channelsPath(slug) + path, body);
      await refresh();
      return answer;
    },
    remove: async (path) => {
      try {
        await askApi('DELETE', channelsPath(slug) + path);
      } catch (error) {
        sayWhyNot(error, t('notSent'));
        return false;
      }
      await refresh();
      return true;
    },
  };
}

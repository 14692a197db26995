import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Recordings } from '@contract/recordings.js';
import { askApi } from '../../account/ask-api.js';
import { sayWhyNot } from '../say-why-not.js';

const conferencePath = (slug: string): string => `/api/conferences/${encodeURIComponent(slug)}`;
export const recordingPath = (slug: string, id: string): string => `${conferencePath(slug)}/recordings/${id}`;

/** Milliseconds: what is being recorded grows. */
const EVERY = 5_000;

export function useRecordings(slug: string): UseQueryResult<Recordings> {
  return useQuery({ queryKey: ['organize', slug, 'recordings'], queryFn: async () => await askApi<Recordings>('GET', `${conferencePath(slug)}/recordings`), refetchInterval: EVERY });
}

export interface RecordingWrites {
  /** For forms: what is refused is thrown. `path` is below the conference's. */
  send: (method: 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, body?: object) => Promise<void>;
  /** For a button: says why not, and answers whether it was done. */
  act: (method: 'POST' | 'DELETE' | 'PUT', path: string, body?: object) => Promise<boolean>;
}

/** Writes of recordings and of what is recorded; what is shown is read anew after each. */
export function useRecordingWrites(slug: string): RecordingWrites {
  const { t } = useTranslation('recordings');
  const client = useQueryClient();
  const send: RecordingWrites['send'] = async (method, path, body) => {
    await askApi(method, `${conferencePath(slug)}/${path}`, body);
    await client.invalidateQueries({ queryKey: ['organize', slug, 'recordings'] });
  };
  return {
    send,
    act: async (method, path, body) => {
      try {
        await send(method, path, body);
        return true;
      } catch (error) {
        sayWhyNot(error, t('notSent'));
        return false;
      }
    },
  };
}

import { useCallback } from 'react';
import { useInfiniteQuery, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { ReleaseDetails } from '@contract/agenda-requests.js';
import type { ReleaseComparison, ReleasePreview } from '@contract/releases.js';
import { compareReleases, readPreview, readRelease, readReleases } from './releases-requests.js';

const keyOf = (slug: string, ...more: (string | number)[]) => ['organize', slug, 'releases', ...more];

export const previewKey = (slug: string): string[] => ['organize', slug, 'releases', 'preview'];

export const usePreview = (slug: string): UseQueryResult<ReleasePreview> =>
  useQuery({ queryKey: previewKey(slug), queryFn: async () => await readPreview(slug) });

export const useRelease = (slug: string, number: number): UseQueryResult<ReleaseDetails> =>
  useQuery({ queryKey: keyOf(slug, 'one', number), queryFn: async () => await readRelease(slug, number) });

/** @param from null: nothing is asked */
export const useComparison = (slug: string, from: number | null, to: number | 'draft'): UseQueryResult<ReleaseComparison> =>
  useQuery({ queryKey: keyOf(slug, 'compare', from ?? 0, to), queryFn: async () => await compareReleases(slug, from ?? 0, to), enabled: from !== null });

/** All releases, fifty at once. */
export const useHistory = (slug: string) =>
  useInfiniteQuery({
    queryKey: keyOf(slug, 'list'), queryFn: async ({ pageParam }) => await readReleases(slug, pageParam),
    initialPageParam: '', getNextPageParam: (page) => page.next,
  });

/** Reads anew what a release, a waiver or a restoration has changed. */
export function useReadAnew(slug: string): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => await client.invalidateQueries({ queryKey: ['organize', slug] }), [client, slug]);
}

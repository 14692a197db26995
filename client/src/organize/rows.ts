import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Page } from '@contract/page.js';
import { askApi } from '../account/ask-api.js';
import { showToast } from '../ui/toasts.js';
import { sayWhyNot } from './say-why-not.js';

export type Kind = 'cities' | 'venues' | 'rooms' | 'uplinks' | 'tracks' | 'speakers';

const pathOf = (slug: string, kind: string): string => `/api/conferences/${encodeURIComponent(slug)}/${kind}`;

/** All rows of a kind that the reader's role reaches. */
export function useRows<T>(slug: string, kind: Kind | `uplinks/${string}/bookings`): UseQueryResult<T[]> {
  return useQuery({ queryKey: ['organize', slug, kind], queryFn: async () => await readAll<T>(pathOf(slug, kind)) });
}

async function readAll<T>(path: string): Promise<T[]> {
  const rows: T[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page: Page<T> = await askApi<Page<T>>('GET', `${path}?limit=500${after === '' ? '' : `&after=${after}`}`);
    rows.push(...page.items);
    after = page.next;
  }
  return rows;
}

interface Row {
  id: string;
}

export interface RowWrites<T extends Row> {
  /** Answers the row's id. */
  add: (body: object, name: string) => Promise<string>;
  change: (row: T, patch: object, name: string) => Promise<void>;
  /** @param again what makes it anew, for "Undo" */
  remove: (row: T, again: object, name: string) => Promise<void>;
}

/** Writes of a kind of rows. Each can be undone while its toast stands there; nothing is shown before the server has it. */
export function useRowWrites<T extends Row>(slug: string, kind: string): RowWrites<T> {
  const { t } = useTranslation('organize');
  const client = useQueryClient();
  const path = pathOf(slug, kind);
  const refresh = async (): Promise<void> => await client.invalidateQueries({ queryKey: ['organize', slug] });
  const undo = (work: () => Promise<unknown>) => ({
    label: t('undo.action'),
    run: () => void work().then(async () => {
      showToast(t('undo.done'));
      await refresh();
    }, (error: unknown) => sayWhyNot(error, t('form.notSent'))),
  });
  return {
    add: async (body, name) => {
      const row = await askApi<T>('POST', path, body);
      showToast(t('undo.added', { name }), undo(async () => await askApi('DELETE', `${path}/${row.id}`)));
      await refresh();
      return row.id;
    },
    change: async (row, patch, name) => {
      const before = Object.fromEntries(Object.keys(patch).map((key) => [key, row[key as keyof T]]));
      await askApi('PATCH', `${path}/${row.id}`, patch);
      showToast(t('undo.changed', { name }), undo(async () => await askApi('PATCH', `${path}/${row.id}`, before)));
      await refresh();
    },
    remove: async (row, again, name) => {
      try {
        await askApi('DELETE', `${path}/${row.id}`);
      } catch (error) {
        return sayWhyNot(error, t('form.notSent'));
      }
      showToast(t('undo.removed', { name }), undo(async () => await askApi('POST', path, again)));
      await refresh();
    },
  };
}

import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { RevisionReceipt } from '@contract/agenda-requests.js';
import type { Board } from '@contract/board.js';
import type { LiveLog, RipplePreview } from '@contract/live-day.js';
import { askApi } from '../../account/ask-api.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import type { DayDesk } from './desk.js';
import { openDayOf } from './open-day.js';

/** The real day: asked of the server, and followed live. */
export function useLiveDesk(slug: string, now: number): { queries: readonly UseQueryResult[]; board: Board | undefined; desk: DayDesk | null } {
  const client = useQueryClient();
  const { agenda, index } = useLiveAgenda();
  const path = `/api/conferences/${encodeURIComponent(slug)}`;
  const key = useMemo(() => ['organize', slug, 'live-changes'], [slug]);
  const board = useQuery({ queryKey: ['organize', slug, 'live-day-board'], queryFn: async () => await askApi<Board>('GET', `${path}/board`), staleTime: 60_000 });
  const log = useQuery({ queryKey: key, queryFn: async () => await askApi<LiveLog>('GET', `${path}/live-changes`) });
  // whoever changed the day, the log has it
  useEffect(() => void client.invalidateQueries({ queryKey: key }), [client, key, agenda.revision]);

  const desk = useMemo((): DayDesk | null => {
    if (board.data === undefined || log.data === undefined) return null;
    const items = log.data.items;
    return {
      isRehearsal: false, agenda, index, log: items,
      day: openDayOf(board.data, agenda, items.map(({ revision }) => revision).reverse(), now),
      preview: async (request) => await askApi<RipplePreview>('POST', `${path}/live-changes/preview`, request),
      apply: async (application) => {
        const { revision } = await askApi<RevisionReceipt>('POST', `${path}/live-changes`, { change: 'ripple', ...application });
        await client.invalidateQueries({ queryKey: key });
        return revision?.revision ?? null;
      },
      takeBack: async (revision, reason) => {
        await askApi('POST', `${path}/revisions/${revision}/revert`, { reason });
        await client.invalidateQueries({ queryKey: key });
      },
    };
  }, [board.data, log.data, agenda, index, now, path, client, key]);
  return { queries: [board, log], board: board.data, desk };
}

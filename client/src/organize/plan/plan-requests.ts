import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Board, DraftEdit, DraftEditReceipt, NewDraftEdit } from '@contract/board.js';
import type { LastPlanRun, NewPlanRun, PlanRun } from '@contract/plan-runs.js';
import { askApi } from '../../account/ask-api.js';

const pathOf = (slug: string, what: string): string => `/api/conferences/${encodeURIComponent(slug)}/${what}`;

/** Milliseconds between two questions, while a run goes on and otherwise: somebody else may start one. */
const WHILE_GOING = 1_000;
const OTHERWISE = 15_000;

export const isGoing = (run: PlanRun | null): boolean => run?.state === 'running' || run?.state === 'stopping';

export const lastRunKey = (slug: string): readonly string[] => ['organize', slug, 'plan-run'];

/** The last run of the conference, whoever started it; followed while it goes on. */
export function useLastRun(slug: string): UseQueryResult<LastPlanRun> {
  return useQuery({
    queryKey: lastRunKey(slug),
    queryFn: async () => await askApi<LastPlanRun>('GET', pathOf(slug, 'plan-runs/last')),
    refetchInterval: ({ state }) => (isGoing(state.data?.run ?? null) ? WHILE_GOING : OTHERWISE),
  });
}

export const boardKey = (slug: string): readonly string[] => ['organize', slug, 'plan-board'];

/** The draft as it is: what can be planned, and what a plan would change. */
export function useDraftBoard(slug: string): UseQueryResult<Board> {
  return useQuery({ queryKey: boardKey(slug), queryFn: async () => await askApi<Board>('GET', pathOf(slug, 'board')) });
}

export const startRun = async (slug: string, wanted: NewPlanRun): Promise<PlanRun> => await askApi<PlanRun>('POST', pathOf(slug, 'plan-runs'), wanted);

export const stopRun = async (slug: string, id: string, keep: boolean): Promise<PlanRun> => await askApi<PlanRun>('POST', pathOf(slug, `plan-runs/${id}/stop`), { keep });

/** Null where the draft is so already. @throws RequestRefused, `draft-conflict` where a session was moved since the run began */
export async function takeRun(slug: string, id: string, requestId: string): Promise<DraftEdit | null> {
  return (await askApi<DraftEditReceipt>('POST', pathOf(slug, `plan-runs/${id}/take`), { requestId })).edit;
}

/** Puts every session of an edit back to where it was before it. @throws RequestRefused, `draft-conflict` where one was moved since */
export async function takeBack(slug: string, { edit, changes }: DraftEdit, requestId: string): Promise<void> {
  const set = changes.map(({ sessionId, from }): NewDraftEdit['set'][number] => ({
    sessionId, expected: edit,
    to: from === null ? null : { roomId: from.roomId, startsAt: from.startsAt, endsAt: from.endsAt, anchor: from.anchor, waiver: from.waiver },
  }));
  await askApi<DraftEditReceipt>('POST', pathOf(slug, 'draft-edits'), { set, what: 'undo', requestId } satisfies NewDraftEdit);
}

import type { Board, BoardSlot, DraftEditReceipt, NewDraftEdit } from '@contract/board.js';
import { askApi, RequestRefused } from '../../../account/ask-api.js';

const pathOf = (slug: string, what: string): string => `/api/conferences/${encodeURIComponent(slug)}/${what}`;

export const readBoard = async (slug: string): Promise<Board> => await askApi<Board>('GET', pathOf(slug, 'board'));

/** @throws RequestRefused, `draft-conflict` where somebody else was faster */
export const sendDraftEdit = async (slug: string, edit: NewDraftEdit): Promise<DraftEditReceipt> => await askApi<DraftEditReceipt>('POST', pathOf(slug, 'draft-edits'), edit);

/** Where somebody else put a session meanwhile. */
export interface TheirSlot {
  sessionId: string;
  edit: number;
  by: string;
  slot: BoardSlot | null;
}

/** What a refused edit ran into; null where it was refused for another reason. */
export function theirSlots(error: unknown): readonly TheirSlot[] | null {
  if (!(error instanceof RequestRefused) || error.code !== 'draft-conflict') return null;
  return (error.problem?.slots ?? []).map((row) => ({ ...row, slot: row.slot as BoardSlot | null }));
}

/** Nobody refused: the server could not be asked, or asks for patience. The same edit is sent again. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof RequestRefused)) return false;
  return error.problem === null || error.problem.status >= 500 || error.problem.status === 429;
}

import type { ReleaseDetails, ReleaseSummary, RevisionReceipt } from '@contract/agenda-requests.js';
import type { DraftEdit, NewDraftEdit } from '@contract/board.js';
import type { Page } from '@contract/page.js';
import type { ReleaseComparison, ReleasePreview, RestoreReceipt } from '@contract/releases.js';
import { askApi } from '../../account/ask-api.js';

const pathOf = (slug: string, what = ''): string => `/api/conferences/${encodeURIComponent(slug)}/releases${what}`;

export const readPreview = async (slug: string): Promise<ReleasePreview> => await askApi('GET', pathOf(slug, '/preview'));
export const readRelease = async (slug: string, number: number): Promise<ReleaseDetails> => await askApi('GET', pathOf(slug, `/${number}`));
export const compareReleases = async (slug: string, from: number, to: number | 'draft'): Promise<ReleaseComparison> =>
  await askApi('GET', pathOf(slug, `/compare?from=${from}&to=${to}`));

/** Fifty releases, the newest first. @param after the `next` of the page before; empty: from the newest on */
export const readReleases = async (slug: string, after: string): Promise<Page<ReleaseSummary>> =>
  await askApi('GET', pathOf(slug, `?limit=50${after === '' ? '' : `&after=${after}`}`));

/**
 * @param expected the draft edit that was looked at
 * @throws RequestRefused, `draft-edited` where somebody edited it since, `blocking-findings` where something stands in the way that nobody waived
 */
export const releaseDraft = async (slug: string, note: string, expected: number): Promise<RevisionReceipt> => await askApi('POST', pathOf(slug), { note, expected });

export const restoreRelease = async (slug: string, number: number): Promise<RestoreReceipt> =>
  await askApi('POST', pathOf(slug, `/${number}/restore`), { requestId: crypto.randomUUID() });

/**
 * What takes a draft edit back; null where an edit cannot: whether a session is cancelled is not for the draft to say,
 * and more than 5,000 sessions are more than one edit takes.
 */
export function undoOf({ edit, changes }: DraftEdit): NewDraftEdit | null {
  if (changes.length > 5_000 || changes.some(({ from, to }) => (from?.cancelled ?? false) !== (to?.cancelled ?? false))) return null;
  return {
    what: 'undo',
    requestId: crypto.randomUUID(),
    set: changes.map(({ sessionId, from }) => ({
      sessionId, expected: edit,
      to: from === null ? null : { roomId: from.roomId, startsAt: from.startsAt, endsAt: from.endsAt, anchor: from.anchor, waiver: from.waiver },
    })),
  };
}

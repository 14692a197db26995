import { useMemo } from 'react';
import type { Board } from '@contract/board.js';
import { previewOf } from '@rules/ripple/preview.js';
import { indexAgenda } from '../../attend/agenda-index.js';
import { UnfitRequest, type DayDesk } from './desk.js';
import { openDayOf } from './open-day.js';
import { logOf, rehearse, takeBack, type Rehearsal } from './rehearsal.js';

/** A day that is tried out: the same rules on a copy. Nothing of it leaves this page. */
export function useRehearsalDesk(board: Board | undefined, rehearsal: Rehearsal | null, onChange: (next: Rehearsal) => void, now: number, by: string): DayDesk | null {
  return useMemo((): DayDesk | null => {
    if (board === undefined || rehearsal === null) return null;
    const { agenda, steps } = rehearsal;
    const day = openDayOf(board, agenda, steps.map(({ revision }) => revision), now);
    return {
      isRehearsal: true, agenda, day, index: indexAgenda(agenda), log: logOf(rehearsal, by),
      preview: (request) => {
        const preview = previewOf(day, request, { revision: agenda.revision, mayMove: board.mayMove });
        return 'reason' in preview ? Promise.reject(new UnfitRequest(preview.reason)) : Promise.resolve(preview);
      },
      apply: ({ slots, reason, asked }) => {
        const next = rehearse(rehearsal, slots, reason, asked, new Date().toISOString());
        onChange(next);
        return Promise.resolve(next === rehearsal ? null : next.agenda.revision);
      },
      takeBack: (revision, reason) => {
        const step = rehearsal.steps.find((one) => one.revision.revision === revision);
        if (step !== undefined) onChange(takeBack(rehearsal, step.revision, reason, new Date().toISOString()));
        return Promise.resolve();
      },
    };
  }, [board, rehearsal, onChange, now, by]);
}

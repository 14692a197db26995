import { useTranslation } from 'react-i18next';
import type { DayProposal } from '@contract/live-day.js';
import { isolate } from '../../ui/format.js';
import { useFormat } from '../../ui/use-format.js';
import { useDesk } from './desk.js';

/** A way out in words: its steps, one after another. */
export function useProposalWords(): (proposal: DayProposal) => string {
  const { t } = useTranslation('liveDay');
  const format = useFormat();
  const { agenda } = useDesk();
  const title = (id: string): string => isolate(agenda.sessions[id]?.title ?? '');
  return ({ steps }) => format.list(steps.map((step) => {
    switch (step.step) {
      case 'cut-breaks':
        return t('step.cut-breaks', { minutes: format.duration(step.toMinutes) });
      case 'shorten':
      case 'hand-over-early':
        return t(`step.${step.step}`, { title: title(step.sessionId), minutes: format.duration(step.minutes) });
      case 'other-room':
        return t('step.other-room', { title: title(step.sessionId), room: isolate(agenda.rooms[step.roomId]?.name ?? '') });
      case 'swap':
        return t('step.swap', { title: title(step.sessionId), other: title(step.withSessionId) });
      case 'cancel':
        return t('step.cancel', { title: title(step.sessionId) });
    }
  }));
}

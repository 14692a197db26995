import { useTranslation } from 'react-i18next';
import type { Notification } from '@contract/notifications.js';

const SLOT = ['moved', 'cancelled', 'reinstated', 'withdrawn'] as const;
const ANSWER = ['confirmed', 'declined', 'change-requested'] as const;

const sessionAt = (slug: string, id: string | undefined): string => (id === undefined ? `/${slug}/agenda` : `/${slug}/sessions/${id}`);

/** What a notification says, and where it leads. */
export function useNoticeWords(): (item: Notification) => { text: string; to: string } {
  const { t } = useTranslation('notices');
  return ({ kind, params: { slug, session = '', sessionId, venue = '', what, again } }) => {
    switch (kind) {
      case 'slot-changed':
        return { text: [t(`slotChanged.${SLOT.find((one) => one === what) ?? 'moved'}`, { session }), again === true ? t('answerAgain') : ''].join(' ').trim(), to: `/${slug}/speak` };
      case 'slot-answered':
        return { text: t(`slotAnswered.${ANSWER.find((one) => one === what) ?? 'confirmed'}`, { session }), to: `/${slug}/organize/speakers` };
      case 'registration-moved-up':
        return { text: t('movedUp', { venue }), to: `/${slug}/ticket` };
      case 'followed-session-moved':
        return { text: t(`followedMoved.${SLOT.find((one) => one === what) ?? 'moved'}`, { session }), to: sessionAt(slug, sessionId) };
      case 'followed-session-soon':
        return { text: t('followedSoon', { session }), to: sessionAt(slug, sessionId) };
    }
  };
}

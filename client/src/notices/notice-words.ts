import { useTranslation } from 'react-i18next';
import type { Notification } from '@contract/notifications.js';

const SLOT = ['moved', 'cancelled', 'reinstated', 'withdrawn'] as const;
const ANSWER = ['confirmed', 'declined', 'change-requested'] as const;

/** What a notification says, and where it leads. */
export function useNoticeWords(): (item: Notification) => { text: string; to: string } {
  const { t } = useTranslation('notices');
  return ({ kind, params: { slug, session = '', venue = '', what } }) => {
    switch (kind) {
      case 'slot-changed':
        return { text: t(`slotChanged.${SLOT.find((one) => one === what) ?? 'moved'}`, { session }), to: `/${slug}/speak` };
      case 'slot-answered':
        return { text: t(`slotAnswered.${ANSWER.find((one) => one === what) ?? 'confirmed'}`, { session }), to: `/${slug}/organize/speakers` };
      case 'registration-moved-up':
        return { text: t('movedUp', { venue }), to: `/${slug}/ticket` };
    }
  };
}

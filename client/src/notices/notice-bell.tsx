import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/icon-button.js';
import { useFormat } from '../ui/use-format.js';
import styles from './notice-bell.module.css';
import { markNoticesSeen, useNotices } from './notices-store.js';

// wanted by no one before the first press
const NoticePanel = lazy(async () => ({ default: (await import('./notice-panel.js')).NoticePanel }));

/** How much there is that one has not seen, and the way to it. Nothing for those who are not signed in. */
export function NoticeBell() {
  const { t } = useTranslation('notices');
  const format = useFormat();
  const notices = useNotices();
  const [open, setOpen] = useState(false);
  if (notices === null) return null;
  const { unseen, items } = notices;
  const close = (): void => {
    setOpen(false);
    // what cannot be noted is new once more the next time
    markNoticesSeen().catch(() => undefined);
  };
  return (
    <span className={styles.bell}>
      <IconButton
        icon="bell"
        filled={unseen > 0}
        label={unseen === 0 ? t('bell.none') : t('bell.some', { count: unseen, formatted: format.number(unseen) })}
        aria-haspopup="dialog"
        onPress={() => setOpen(true)}
      />
      {unseen > 0 && (
        <span className={styles.count} aria-hidden="true">
          {format.number(Math.min(unseen, 99))}
        </span>
      )}
      {open && (
        <Suspense>
          <NoticePanel items={items} onClose={close} />
        </Suspense>
      )}
    </span>
  );
}

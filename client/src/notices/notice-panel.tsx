import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Notification } from '@contract/notifications.js';
import styles from '../account/account.module.css';
import { Moment } from '../account/moment.js';
import { Dialog } from '../ui/dialog.js';
import { EmptyState } from '../ui/empty-state.js';
import { useNoticeWords } from './notice-words.js';
import own from './notice-panel.module.css';

interface Props {
  items: readonly Notification[];
  onClose: () => void;
}

/** What one was told, the newest first. Closing it is having seen it. */
export function NoticePanel({ items, onClose }: Props) {
  const { t } = useTranslation(['notices', 'common']);
  const words = useNoticeWords();
  return (
    <Dialog
      title={t('panel.title')}
      closeLabel={t('common:app.close')}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      shape="drawer"
      foot={
        <Link to="/account/notifications" onClick={onClose}>
          {t('panel.choose')}
        </Link>
      }
    >
      {items.length === 0 && <EmptyState icon="bell" title={t('panel.empty')} />}
      <ul className={styles.list}>
        {items.map((item) => {
          const { text, to } = words(item);
          return (
            <li key={item.id} className={`${styles.item} ${item.seenAt === null ? own.unseen : ''}`}>
              <span className={styles.what}>
                <Link to={to} onClick={onClose} dir="auto">
                  {text}
                </Link>
                <span className={styles.note}>
                  {item.seenAt === null && <strong>{t('panel.new')} · </strong>}
                  <bdi>{item.params.conference}</bdi> · <Moment at={item.createdAt} />
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

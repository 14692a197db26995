import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog.js';
import styles from './panels.module.css';

const KEYS = ['arrows', 'enter', 'carry', 'rooms', 'resize', 'hour', 'drop', 'cancel', 'delete', 'choose', 'all', 'undo'] as const;

/** What the keys do. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('board');
  return (
    <Dialog title={t('help.title')} closeLabel={t('close')} isOpen onOpenChange={(open) => !open && onClose()}>
      <dl className={styles.keys}>
        {KEYS.map((key) => (
          <div key={key}>
            <dt><kbd>{t(`help.${key}.keys`)}</kbd></dt>
            <dd>{t(`help.${key}.does`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

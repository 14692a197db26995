import { useTranslation } from 'react-i18next';
import styles from './overlay.module.css';

/** Over the picture, while media are awaited. */
export function Waits() {
  const { t } = useTranslation('player');
  return (
    <p className={styles.waits} role="status">
      <span className={styles.ring} aria-hidden="true" />
      <span className={styles.hidden}>{t('loading')}</span>
    </p>
  );
}

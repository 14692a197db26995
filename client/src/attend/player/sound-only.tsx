import { useTranslation } from 'react-i18next';
import styles from './overlay.module.css';
import { PlayerIcon } from './player-icon.js';

/** In place of the picture for one who only listens: what it is. */
export function SoundOnly({ title }: { title: string }) {
  const { t } = useTranslation('player');
  return (
    <div className={styles.sheet}>
      <PlayerIcon name="sound" size={3} />
      <p className={styles.title}>
        <bdi>{title}</bdi>
      </p>
      <p>{t('soundOnly')}</p>
    </div>
  );
}

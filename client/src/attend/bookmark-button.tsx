import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.js';
import styles from './bookmark-button.module.css';

interface Props {
  title: string;
  bookmarked: boolean;
  onToggle: () => void;
}

/** A plain button: there is one in each of many rows. */
export function BookmarkButton({ title, bookmarked, onToggle }: Props) {
  const { t } = useTranslation('agenda');
  return (
    <button type="button" className={styles.button} aria-pressed={bookmarked} aria-label={t('bookmark', { title })} onClick={onToggle}>
      <Icon name="bookmark" filled={bookmarked} />
    </button>
  );
}

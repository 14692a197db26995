import { useTranslation } from 'react-i18next';
import { Skeleton } from '../ui/skeleton.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import styles from './page-placeholder.module.css';

/** Stands where a page will stand, in about its measures. */
export function PagePlaceholder() {
  const { t } = useTranslation();
  return (
    <div className={styles.page} aria-busy="true">
      <VisuallyHidden>{t('app.loading')}</VisuallyHidden>
      <Skeleton width="14rem" height="1.875rem" />
      <Skeleton height="2.5rem" />
      {[0, 1, 2, 3, 4, 5].map((row) => (
        <Skeleton key={row} height="5.5rem" />
      ))}
    </div>
  );
}

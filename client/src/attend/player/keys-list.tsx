import { useTranslation } from 'react-i18next';
import styles from './settings-panel.module.css';

/** What the keys do while the focus is in a player: folded away until it is wanted. */
export function KeysList({ rows }: { rows: readonly { keys: string; does: string }[] }) {
  const { t } = useTranslation('player');
  return (
    <details className={styles.keys}>
      <summary>{t('keys.title')}</summary>
      <dl>
        {rows.map(({ keys, does }) => (
          <div key={keys}>
            <dt>
              <kbd dir="ltr">{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

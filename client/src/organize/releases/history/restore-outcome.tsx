import { useTranslation } from 'react-i18next';
import type { RestoreReceipt } from '@contract/releases.js';
import { Button } from '../../../ui/button.js';
import { LinkButton } from '../../../ui/link-button.js';
import { useFormat } from '../../../ui/use-format.js';
import styles from '../releases.module.css';

interface Props {
  slug: string;
  receipt: RestoreReceipt;
  onClose: () => void;
}

/** What could not be brought back, and what overlaps as things are now. */
export function RestoreOutcome({ slug, receipt: { gone, waived }, onClose }: Props) {
  const { t } = useTranslation(['releases', 'board']);
  const format = useFormat();
  return (
    <div className={styles.column} role="status">
      {gone.length > 0 && (
        <>
          <p>{t('restore.gone', { count: gone.length, formatted: format.number(gone.length) })}</p>
          <ul className={styles.sums}>
            {gone.map(({ sessionId, title, what }) => <li key={sessionId}>{t(`restore.goneOne.${what}`, { title: format.list([title]) })}</li>)}
          </ul>
        </>
      )}
      {waived.length > 0 && <p>{t('restore.waived', { count: waived.length, formatted: format.number(waived.length) })}</p>}
      <div className={styles.end}>
        <LinkButton href={`/${slug}/organize/board`}>{t('next.toBoard')}</LinkButton>
        <Button look="strong" autoFocus onPress={onClose}>{t('board:close')}</Button>
      </div>
    </div>
  );
}

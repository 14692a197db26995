import { useTranslation } from 'react-i18next';
import type { BoardSlot } from '@contract/board.js';
import { Button } from '../../../ui/button.js';
import { Icon } from '../../../ui/icon.js';
import { type BoardIndex, placedAt, type PlacedAt } from '../model/board-index.js';
import type { Conflict } from '../store/conflict.js';
import styles from './conflict-notice.module.css';

interface Props {
  conflict: Conflict;
  index: BoardIndex;
  placeWords: (at: PlacedAt) => string;
  onSettle: (choice: 'theirs' | 'mine') => void;
}

/** Somebody else was faster with the same session: theirs stands, and the reader chooses. */
export function ConflictNotice({ conflict, index, placeWords, onSettle }: Props) {
  const { t } = useTranslation('board');
  const place = (slot: BoardSlot | null): string => {
    const at = placedAt(slot);
    return at === null ? t('carry.tray') : placeWords(at);
  };
  return (
    <section className={styles.notice} role="alert" aria-label={t('conflict.title')}>
      <Icon name="alert" />
      <div className={styles.words}>
        <h2 className={styles.title}>{t('conflict.title')}</h2>
        <ul>
          {conflict.rows.slice(0, 5).map((row) => (
            <li key={row.sessionId}>{t('conflict.row', { by: row.by, session: index.byId.get(row.sessionId)?.session.title ?? '', theirs: place(row.slot), mine: place(row.mine) })}</li>
          ))}
        </ul>
      </div>
      <div className={styles.choice}>
        <Button onPress={() => onSettle('theirs')}>{t('conflict.keepTheirs')}</Button>
        <Button look="strong" onPress={() => onSettle('mine')}>{t('conflict.putMine')}</Button>
      </div>
    </section>
  );
}

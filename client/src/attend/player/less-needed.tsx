import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import type { Player } from './player.js';
import type { WatchMode } from './player-choices.js';
import styles from './less-needed.module.css';

/** Offered when the picture stood still several times: the reader decides. */
export function LessNeeded({ suggested, player }: { suggested: WatchMode; player: Player }) {
  const { t } = useTranslation('player');
  return (
    <div className={styles.offer} role="status">
      <p>{t(suggested === 'audio' ? 'less.audio' : 'less.text')}</p>
      <div className={styles.actions}>
        <Button look="strong" onPress={() => player.choose({ mode: suggested })}>{t(suggested === 'audio' ? 'mode.audio' : 'mode.text')}</Button>
        <Button look="quiet" onPress={() => player.dropSuggestion()}>{t('less.no')}</Button>
      </div>
    </div>
  );
}

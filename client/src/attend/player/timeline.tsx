import { useSyncExternalStore } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { lengthWords } from '../../ui/length-words.js';
import { useFormat } from '../../ui/use-format.js';
import type { Player } from './player.js';
import styles from './timeline.module.css';
import range from './range.module.css';
import type { PlayerActs } from './use-player-acts.js';

/** As much must be there to make going back worth offering, in seconds. */
const WORTH = 8;

/** How far behind now one is, and the way back: from left to right in every language, as tapes run. */
export function Timeline({ player, acts }: { player: Player; acts: PlayerActs }) {
  const { t } = useTranslation('player');
  const format = useFormat();
  const position = useSyncExternalStore(player.position.subscribe, player.position.read);
  if (position === null) return null;
  const { span, behind, atLive } = position;
  const ago = lengthWords(behind, format.locale);
  return (
    <div className={styles.timeline} dir="ltr">
      {span >= WORTH && (
        <input
          type="range"
          className={range.range}
          min={-Math.round(span)}
          max={0}
          step={1}
          value={-Math.round(behind)}
          aria-label={t('rewind')}
          aria-valuetext={atLive ? t('atLive') : t('behind', { time: ago })}
          onChange={(event) => player.position.goTo(-Number(event.target.value))}
        />
      )}
      <Button
        className={styles.live}
        data-at={atLive || undefined}
        aria-label={atLive ? t('atLive') : t('toLive', { time: ago })}
        isDisabled={atLive}
        onPress={acts.live}
        render={(element) => <button {...element} title={`${t('goLive')} (l)`} aria-keyshortcuts="l" />}
      >
        <span className={styles.dot} aria-hidden="true" />
        {atLive ? t('live') : <bdi>−{ago}</bdi>}
      </Button>
    </div>
  );
}

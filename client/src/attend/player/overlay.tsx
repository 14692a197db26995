import { useTranslation } from 'react-i18next';
import { useLiveAgenda } from '../../live/live-agenda.js';
import type { ChannelMoment } from './channel-moment.js';
import { OffAir } from './off-air.js';
import styles from './overlay.module.css';
import type { PlayerView } from './player.js';
import { Refused } from './refused.js';
import { SoundOnly } from './sound-only.js';
import { StartButton } from './start-button.js';
import { Waits } from './waits.js';

interface Props {
  view: PlayerView;
  moment: ChannelMoment;
  title: string;
  now: number;
  slug: string;
  onStart: () => void;
}

/** What stands over the picture, or in its place while there is none. */
export function Overlay({ view, moment, title, now, slug, onStart }: Props) {
  const { t } = useTranslation('player');
  const { connection } = useLiveAgenda();
  const { phase, choices, refusal } = view;
  if (refusal !== null) return <Refused refusal={refusal} slug={slug} onAgain={onStart} />;
  if (moment.state !== 'on' && moment.state !== 'slate') return <OffAir moment={moment} now={now} />;
  if (choices.mode === 'text') return null;
  return (
    <>
      {choices.mode === 'audio' && phase !== 'idle' && <SoundOnly title={title} />}
      {(phase === 'idle' || phase === 'paused') && <StartButton label={t(choices.mode === 'audio' ? 'listen' : 'watch')} worded={phase === 'idle'} onStart={onStart} />}
      {(phase === 'opening' || phase === 'waiting') && <Waits />}
      {phase === 'failing' && (
        <p className={styles.banner} role="status">
          {t(connection.state === 'offline' || !navigator.onLine ? 'offline' : 'failing')}
        </p>
      )}
      {phase !== 'failing' && moment.state === 'slate' && (
        <p className={styles.banner} role="status">
          {t('slate')}
        </p>
      )}
    </>
  );
}

import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { lengthWords } from '../../ui/length-words.js';
import { useFormat } from '../../ui/use-format.js';
import overlay from '../player/overlay.module.css';
import type { PlayerView } from '../player/player.js';
import { Refused } from '../player/refused.js';
import { SoundOnly } from '../player/sound-only.js';
import { StartButton } from '../player/start-button.js';
import { Waits } from '../player/waits.js';
import styles from './replay-frame.module.css';
import type { HeldReplay } from './use-replay.js';

interface Props {
  held: HeldReplay;
  view: PlayerView;
  title: string;
  slug: string;
  /** Whether where it begins was named by an address, and not kept from another time. */
  linked: boolean;
}

/** What stands over the picture of a recording, or in its place while there is none. */
export function ReplayOverlay({ held: { player, position }, view: { phase, choices, refusal }, title, slug, linked }: Props) {
  const { t } = useTranslation('player');
  const { t: tRecordings } = useTranslation('recordings');
  const { locale } = useFormat();
  const at = useSyncExternalStore(position.subscribe, () => Math.floor(position.read().at));
  const ended = useSyncExternalStore(position.subscribe, () => position.ended);
  if (refusal !== null) return <Refused refusal={refusal} slug={slug} gone={{ title: tRecordings('player.gone.title'), text: tRecordings('player.gone.text') }} onAgain={() => player.start()} />;
  if (choices.mode === 'text') return null;
  const listens = choices.mode === 'audio';
  const goesOn = phase === 'idle' && at > 0 && !ended;
  const plain = tRecordings(ended ? 'player.again' : listens ? 'player.listen' : 'player.watch');
  return (
    <>
      {listens && phase !== 'idle' && <SoundOnly title={title} />}
      {(phase === 'idle' || phase === 'paused') && (
        <StartButton label={goesOn ? tRecordings(linked ? 'player.startAt' : 'player.goOn', { time: lengthWords(at, locale) }) : plain} worded={phase === 'idle' || ended} raised={goesOn} onStart={() => player.start()} />
      )}
      {goesOn && (
        <div className={styles.anew}>
          <Button
            onPress={() => {
              position.goTo(0);
              player.start();
            }}
          >
            {tRecordings('player.fromStart')}
          </Button>
        </div>
      )}
      {(phase === 'opening' || phase === 'waiting') && <Waits />}
      {phase === 'failing' && (
        <p className={overlay.banner} role="status">
          {t(navigator.onLine ? 'failing' : 'offline')}
        </p>
      )}
    </>
  );
}

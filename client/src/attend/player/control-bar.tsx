import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ControlButton } from './control-button.js';
import styles from './control-bar.module.css';
import { togglePictureInPicture } from './full-screen.js';
import type { Player, PlayerView } from './player.js';
import type { PanelName } from './settings-panel.js';
import type { PlayerActs } from './use-player-acts.js';
import { VolumeSlider } from './volume-slider.js';

interface Props {
  player: Player | null;
  view: PlayerView;
  acts: Pick<PlayerActs, 'toggle' | 'mute' | 'captions' | 'full-screen'>;
  /** Where one is, and the way to another place. */
  timeline: ReactNode;
  fullScreen: { full: boolean; toggle: (() => void) | null };
  panel: { open: string | null; id: string; toggle: (name: PanelName) => void };
  /** Buttons that not every player has. */
  children?: ReactNode;
}

/** Below the picture, never over it: nothing of it has to be found by moving a pointer. */
export function ControlBar({ player, view, acts, timeline, fullScreen, panel, children }: Props) {
  const { t } = useTranslation('player');
  const { phase, choices, offer } = view;
  const plays = phase === 'playing' || phase === 'waiting';
  const media = choices.mode !== 'text';
  return (
    <div className={styles.bar}>
      {media && timeline}
      <div className={styles.row}>
        {media && (
          <>
            <ControlButton icon={plays ? 'pause' : 'play'} label={t(plays ? 'pause' : 'play')} shortcut="k" onPress={acts.toggle} />
            <ControlButton icon={choices.muted || choices.volume === 0 ? 'muted' : 'sound'} label={t(choices.muted ? 'unmute' : 'mute')} shortcut="m" onPress={acts.mute} />
            <VolumeSlider volume={choices.muted ? 0 : choices.volume} onChange={(volume) => player?.choose({ volume, muted: false })} />
          </>
        )}
        <span className={styles.gap} />
        {children}
        {offer.captions.length > 0 && <ControlButton icon="captions" label={t('captions')} shortcut="c" pressed={choices.captions !== null} onPress={acts.captions} />}
        {offer.sounds.length > 1 && (
          <ControlButton icon="language" label={t('languages')} aria-expanded={panel.open === 'language'} aria-controls={panel.id} onPress={() => panel.toggle('language')} />
        )}
        <ControlButton icon="settings" label={t('settings')} aria-expanded={panel.open === 'watching'} aria-controls={panel.id} onPress={() => panel.toggle('watching')} />
        {choices.mode === 'video' && document.pictureInPictureEnabled && (
          <ControlButton roomy icon="inset" label={t('inset')} onPress={() => void player?.pictureInPicture(togglePictureInPicture)} />
        )}
        {fullScreen.toggle !== null && (
          <ControlButton icon={fullScreen.full ? 'smaller' : 'larger'} label={t(fullScreen.full ? 'smaller' : 'larger')} shortcut="f" onPress={acts['full-screen']} />
        )}
      </div>
    </div>
  );
}

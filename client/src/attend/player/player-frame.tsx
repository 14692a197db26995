import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '@contract/channel.js';
import { VisuallyHidden } from '../../ui/visually-hidden.js';
import { AudienceCount } from './audience-count.js';
import { CaptionBox } from './caption-box.js';
import type { ChannelMoment } from './channel-moment.js';
import { ControlBar } from './control-bar.js';
import { useFullScreen } from './full-screen.js';
import { LessNeeded } from './less-needed.js';
import { NowAndNext } from './now-and-next.js';
import { Overlay } from './overlay.js';
import { actOfKey, controlOf } from './player-keys.js';
import styles from './player-frame.module.css';
import { SettingsPanel, type PanelName } from './settings-panel.js';
import { SoonNext } from './soon-next.js';
import { TextOnly } from './text-only.js';
import { Timeline } from './timeline.js';
import { useIdle } from './use-idle.js';
import { usePlayer, usePlayerView } from './use-player.js';
import { usePlayerActs } from './use-player-acts.js';

interface Props {
  slug: string;
  channel: Channel;
  moment: ChannelMoment;
  /** What is watched, for those who do not see where they are. */
  title: string;
  /** Epoch milliseconds, at least each half minute. */
  now: number;
}

/** A channel to watch, with all that one does while watching. */
export function PlayerFrame({ slug, channel, moment, title, now }: Props) {
  const { t } = useTranslation('player');
  const frame = useRef<HTMLElement>(null);
  const onAir = moment.state === 'on' || moment.state === 'slate';
  const { player, attach } = usePlayer(slug, channel.id, onAir);
  const view = usePlayerView(player);
  const fullScreen = useFullScreen(frame);
  const [said, say] = useState('');
  const acts = usePlayerActs(player, fullScreen.toggle, say);
  const [panel, setPanel] = useState<PanelName | null>(null);
  const panelId = useId();
  const idle = useIdle(frame, fullScreen.full && panel === null && view.phase === 'playing');
  const { mode } = view.choices;

  const closePanel = (): void => {
    setPanel(null);
    frame.current?.querySelector<HTMLElement>(`[aria-controls="${panelId}"][aria-expanded="true"]`)?.focus({ preventScroll: true });
  };
  const pressed = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape' && panel !== null) return closePanel();
    const act = player === null ? null : actOfKey(event, controlOf(event.target as HTMLElement));
    if (act === null) return;
    event.preventDefault();
    acts[act]();
  };
  return (
    <section ref={frame} aria-label={t('label', { title })} tabIndex={-1} data-theme="dark" data-idle={idle || undefined} className={styles.frame} onKeyDown={pressed}>
      <div className={styles.stage} data-mode={mode} data-quiet={!onAir || undefined}>
        {/* captions are drawn by us, from the stream */}
        <video ref={attach} className={styles.video} playsInline preload="none" aria-label={title} onClick={acts.toggle} />
        {mode === 'text' && onAir && <TextOnly slug={slug} channelId={channel.id} moment={moment} choices={view.choices} />}
        {player !== null && mode !== 'text' && view.choices.captions !== null && <CaptionBox lines={player.captionLines} />}
        <Overlay view={view} moment={moment} title={title} now={now} slug={slug} onStart={() => player?.start()} />
        {mode !== 'text' && view.phase === 'playing' && <SoonNext moment={moment} now={now} />}
      </div>
      {view.suggested !== null && player !== null && <LessNeeded suggested={view.suggested} player={player} />}
      {onAir && (
        <ControlBar
          player={player}
          view={view}
          acts={acts}
          timeline={player !== null && <Timeline player={player} acts={acts} />}
          fullScreen={fullScreen}
          panel={{ open: panel, id: panelId, toggle: (name) => setPanel(panel === name ? null : name) }}
        />
      )}
      {panel !== null && player !== null && onAir && <SettingsPanel id={panelId} name={panel} player={player} view={view} onClose={closePanel} />}
      {onAir && <AudienceCount player={player} channelId={channel.id} />}
      <NowAndNext moment={moment} />
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
    </section>
  );
}

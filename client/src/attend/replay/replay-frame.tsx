import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chapter } from '@contract/recordings.js';
import { VisuallyHidden } from '../../ui/visually-hidden.js';
import { CaptionBox } from '../player/caption-box.js';
import { ControlBar } from '../player/control-bar.js';
import { ControlButton } from '../player/control-button.js';
import { useFullScreen } from '../player/full-screen.js';
import { LessNeeded } from '../player/less-needed.js';
import styles from '../player/player-frame.module.css';
import { controlOf } from '../player/player-keys.js';
import text from '../player/text-only.module.css';
import { useIdle } from '../player/use-idle.js';
import { usePlayerView } from '../player/use-player.js';
import { actOfReplayKey } from './replay-keys.js';
import { ReplayOverlay } from './replay-overlay.js';
import { ReplayPanel, type ReplayPanelName } from './replay-panel.js';
import { ReplayTimeline } from './replay-timeline.js';
import { useSpeed } from './speed.js';
import { useReplay } from './use-replay.js';
import { useReplayActs } from './use-replay-acts.js';

interface Props {
  slug: string;
  /** Where its addresses are asked for. */
  path: string;
  /** What is watched, for those who do not see where they are. */
  title: string;
  /** Under which this device remembers where one was, and to which the page's address leads; null of one that is only looked at. */
  replayId: string | null;
  /** What it is about, for those who neither watch nor listen. */
  words?: ReactNode;
}

const NO_CHAPTERS: readonly Chapter[] = [];

/** A recording to watch: a player like the live one, of something that has an end. */
export function ReplayFrame({ slug, path, title, replayId, words }: Props) {
  const { t } = useTranslation('player');
  const { t: tRecordings } = useTranslation('recordings');
  const frame = useRef<HTMLElement>(null);
  const { held, chapters: known, linked, attach } = useReplay(path, replayId);
  const chapters = known ?? NO_CHAPTERS;
  const view = usePlayerView(held?.player ?? null);
  const speed = useSpeed();
  const fullScreen = useFullScreen(frame);
  const [said, say] = useState('');
  const acts = useReplayActs(held, chapters, fullScreen.toggle, say);
  const [panel, setPanel] = useState<ReplayPanelName | null>(null);
  const panelId = useId();
  const idle = useIdle(frame, fullScreen.full && panel === null && view.phase === 'playing');
  const { mode } = view.choices;

  const toggle = (name: ReplayPanelName): void => setPanel(panel === name ? null : name);
  const closePanel = (): void => {
    setPanel(null);
    frame.current?.querySelector<HTMLElement>(`[aria-controls="${panelId}"][aria-expanded="true"]`)?.focus({ preventScroll: true });
  };
  const pressed = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape' && panel !== null) {
      // a dialog around it stays
      event.stopPropagation();
      return closePanel();
    }
    const act = held === null ? null : actOfReplayKey(event, controlOf(event.target as HTMLElement));
    if (act === null) return;
    event.preventDefault();
    acts[act]();
  };
  return (
    <section ref={frame} aria-label={tRecordings('player.label', { title })} tabIndex={-1} data-theme="dark" data-idle={idle || undefined} className={styles.frame} onKeyDown={pressed}>
      <div className={styles.stage} data-mode={mode}>
        {/* captions are drawn by us, from the recording */}
        <video ref={attach} className={styles.video} playsInline preload="none" aria-label={title} onClick={acts.toggle} />
        {mode === 'text' && (
          <div className={text.text}>
            <p className={text.note}>{t('textOnly')}</p>
            {words ?? <p className={text.title}><bdi>{title}</bdi></p>}
          </div>
        )}
        {held !== null && mode !== 'text' && view.choices.captions !== null && <CaptionBox lines={held.player.captionLines} />}
        {held !== null && <ReplayOverlay held={held} view={view} title={title} slug={slug} linked={linked} />}
      </div>
      {view.suggested !== null && held !== null && <LessNeeded suggested={view.suggested} player={held.player} />}
      {held !== null && view.refusal === null && (
        <ControlBar
          player={held.player}
          view={view}
          acts={acts}
          timeline={<ReplayTimeline position={held.position} chapters={chapters} speed={speed} />}
          fullScreen={fullScreen}
          panel={{ open: panel, id: panelId, toggle }}
        >
          {known !== null && mode !== 'text' && (
            <ControlButton icon="talks" label={tRecordings('player.chapters')} aria-expanded={panel === 'talks'} aria-controls={panelId} onPress={() => toggle('talks')} />
          )}
        </ControlBar>
      )}
      {panel !== null && held !== null && view.refusal === null && (
        <ReplayPanel
          id={panelId}
          name={panel}
          held={held}
          view={view}
          chapters={chapters}
          speed={speed}
          linkable={replayId !== null}
          onGo={(at) => held.position.goTo(at)}
          onClose={closePanel}
        />
      )}
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
    </section>
  );
}

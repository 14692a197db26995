import { useState, useSyncExternalStore, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chapter } from '@contract/recordings.js';
import { lengthWords } from '../../ui/length-words.js';
import { useFormat } from '../../ui/use-format.js';
import { chapterAt } from './chapter-at.js';
import type { ReplayPosition } from './replay-position.js';
import styles from './replay-timeline.module.css';
import type { Speed } from './speed.js';

interface Props {
  position: ReplayPosition;
  chapters: readonly Chapter[];
  speed: Speed;
}

/** Where one is in a recording, with its talks and what is loaded: from left to right in every language, as in a live player. */
export function ReplayTimeline({ position, chapters, speed }: Props) {
  const { t } = useTranslation('recordings');
  const format = useFormat();
  const { at, length, buffered } = useSyncExternalStore(position.subscribe, position.read);
  const [pointed, setPointed] = useState<number | null>(null);
  const whole = length ?? 0;
  const words = (seconds: number): string => lengthWords(Math.floor(seconds), format.locale);
  const titleAt = (second: number): string | null => (chapters.length > 1 ? (chapterAt(chapters, second)?.title ?? null) : null);
  const share = (seconds: number): string => `${whole === 0 ? 0 : Math.min(100, (seconds / whole) * 100)}%`;
  const title = titleAt(at);
  const point = ({ currentTarget, clientX, pointerType }: PointerEvent<HTMLDivElement>): void => {
    const { left, width } = currentTarget.getBoundingClientRect();
    setPointed(pointerType === 'touch' || length === null ? null : Math.min(1, Math.max(0, (clientX - left) / width)) * length);
  };
  return (
    <div className={styles.timeline} dir="ltr">
      <span className={styles.time}>{words(at)}</span>
      <div className={styles.seek} onPointerMove={point} onPointerLeave={() => setPointed(null)}>
        <div className={styles.rail} aria-hidden="true">
          {buffered.map(([from, to]) => (
            <span key={from} className={styles.buffered} style={{ left: share(from), width: share(to - from) }} />
          ))}
          <span className={styles.played} style={{ width: share(at) }} />
          {chapters.filter((chapter) => chapter.at > 0 && chapter.at < whole).map((chapter) => (
            <span key={chapter.sessionId} className={styles.mark} style={{ left: share(chapter.at) }} />
          ))}
          {pointed !== null && (
            <span className={styles.bubble} style={{ left: share(pointed) }}>
              {words(pointed)}
              {titleAt(pointed) !== null && <bdi className={styles.talk}>{titleAt(pointed)}</bdi>}
            </span>
          )}
        </div>
        <input
          type="range"
          className={styles.range}
          min={0}
          max={Math.max(whole, 0.1)}
          step={0.1}
          value={length === null ? 0 : at}
          disabled={length === null}
          aria-label={t('player.place')}
          aria-valuetext={title === null ? t('player.placeOf', { at: words(at), length: words(whole) }) : t('player.placeIn', { at: words(at), length: words(whole), title })}
          onChange={(event) => position.goTo(Number(event.target.value))}
        />
      </div>
      {length !== null && <span className={styles.time}>{words(whole)}</span>}
      {speed !== 1 && <span className={styles.speed}>{t('player.speedOf', { speed: format.number(speed) })}</span>}
    </div>
  );
}

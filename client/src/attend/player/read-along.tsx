import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { CaptionReader } from './caption-reader.js';
import type { PlayerChoices } from './player-choices.js';
import styles from './text-only.module.css';
import { useAddress } from './use-address.js';

/** Pixels. */
const NEAR_END = 40;
const NONE: readonly string[] = [];

/** The captions of a channel as they come, where it has any. */
export function ReadAlong({ slug, channelId, choices: { captions, sound } }: { slug: string; channelId: string; choices: PlayerChoices }) {
  const { t, i18n } = useTranslation('player');
  const ask = useAddress(slug, channelId);
  const [reader, setReader] = useState<CaptionReader | null>(null);
  const chosen = captions?.language ?? null;
  const heard = sound?.language ?? null;
  useEffect(() => {
    const made = new CaptionReader(ask, [...(chosen === null ? [] : [chosen]), ...(heard === null ? [] : [heard]), i18n.language]);
    setReader(made);
    return () => {
      made.close();
      setReader(null);
    };
  }, [ask, chosen, heard, i18n.language]);
  const lines = useSyncExternalStore(reader?.lines.subscribe ?? nothing, reader?.lines.read ?? none);
  const box = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  useEffect(() => {
    if (follows.current) box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [lines]);
  if (lines.length === 0) return null;
  return (
    // the newest is in view unless the reader scrolled back
    <div
      ref={box}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => (follows.current = scrollHeight - scrollTop - clientHeight < NEAR_END)}
      className={styles.lines}
      role="log"
      aria-label={t('captions')}
      tabIndex={0}
    >
      {lines.map((line, index) => (
        <p key={`${index - lines.length} ${line}`} dir="auto">
          {line}
        </p>
      ))}
    </div>
  );
}

const nothing = (): (() => void) => () => undefined;
const none = (): readonly string[] => NONE;

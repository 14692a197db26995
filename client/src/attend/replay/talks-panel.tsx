import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chapter } from '@contract/recordings.js';
import { Button } from '../../ui/button.js';
import { lengthWords } from '../../ui/length-words.js';
import { useFormat } from '../../ui/use-format.js';
import { PlayerPanel } from '../player/player-panel.js';
import { useCopy } from '../use-copy.js';
import { chapterAt } from './chapter-at.js';
import { addressAt } from './place-in-address.js';
import type { ReplayPosition } from './replay-position.js';
import styles from './talks-panel.module.css';

interface Props {
  id: string;
  position: ReplayPosition;
  chapters: readonly Chapter[];
  /** Whether the page's address leads to places in it. */
  linkable: boolean;
  onGo: (at: number) => void;
  onClose: () => void;
}

/** The talks of a recording, and the way to send somebody else to a place in it. */
export function TalksPanel({ id, position, chapters, linkable, onGo, onClose }: Props) {
  const { t } = useTranslation('recordings');
  const format = useFormat();
  const copy = useCopy();
  const at = useSyncExternalStore(position.subscribe, () => Math.floor(position.read().at));
  const current = useSyncExternalStore(position.subscribe, () => chapterAt(chapters, position.read().at));
  const link = linkable && (
    <Button icon="link" look="quiet" onPress={() => copy(addressAt(location.href, at))}>
      {t('player.copyLink', { time: lengthWords(at, format.locale) })}
    </Button>
  );
  return (
    <PlayerPanel id={id} label={t('player.chapters')} foot={link} onClose={onClose}>
      {chapters.length > 1 ? (
        <ol className={styles.talks}>
          {chapters.map((chapter) => (
            <li key={chapter.sessionId}>
              <button type="button" className={styles.talk} aria-current={chapter === current || undefined} onClick={() => onGo(chapter.at)}>
                <span className={styles.at}>{lengthWords(Math.floor(chapter.at), format.locale)}</span>
                <bdi>{chapter.title}</bdi>
              </button>
            </li>
          ))}
        </ol>
      ) : (
        <div className={styles.none}>
          <p className={styles.title}>{t('player.noTalks.title')}</p>
          <p>{t('player.noTalks.text')}</p>
        </div>
      )}
    </PlayerPanel>
  );
}

import { type CSSProperties, memo } from 'react';
import { Icon } from '../../ui/icon.js';
import type { IndexedSession } from '../agenda-index.js';
import { SpeakerNames } from '../speaker-names.js';
import type { BlockWords } from './block-words.js';
import { SeenWhenShown } from './seen-when-shown.js';
import styles from './session-block.module.css';

interface Props {
  entry: IndexedSession;
  /** Pixels from the start of line and the top of its row or column. */
  x: number;
  y: number;
  width: number;
  height: number;
  on: boolean;
  changed: boolean;
  bookmarked: boolean;
  /** Whether the Tab key stops at it. */
  tabStop: boolean;
  href: string;
  words: BlockWords;
  /** A cell of a grid, or an item of a list. */
  as: 'cell' | 'item';
}

/** Pixels of width, then of height. */
const ROOM_FOR_TITLE = 34;
const ROOM_FOR_TIME = 64;
const ROOM_FOR_RANGE = 128;
const ROOM_FOR_WORDS = 220;
const ROOM_FOR_TWO_LINES = 60;
const ROOM_FOR_SPEAKERS = 70;
const LONG_ACROSS = 300;
const LONG_DOWN = 110;

/** One session in the grid. Subscribes to nothing: it is drawn anew only when something of its own changes. */
export const SessionBlock = memo(function SessionBlock(props: Props) {
  const { entry, x, y, width, height, on, changed, bookmarked, words } = props;
  const cancelled = entry.session.status === 'cancelled';
  const hasTime = width >= ROOM_FOR_TIME && height >= 44;
  const hasRange = hasTime && width >= ROOM_FOR_RANGE;
  const hasWords = hasTime && width >= ROOM_FOR_WORDS;
  const look = [
    styles.block, on && styles.on, cancelled && styles.cancelled, changed && styles.changed,
    width < ROOM_FOR_TITLE && styles.sliver, hasTime && height < ROOM_FOR_TWO_LINES && styles.low,
  ].filter(Boolean).join(' ');
  const place: CSSProperties = { insetInlineStart: x, top: y, width, height };
  const edge = { '--track': entry.track?.colour ?? 'var(--line-strong)' } as CSSProperties;
  const Cell = props.as === 'cell' ? 'div' : 'li';
  return (
    <Cell role={props.as === 'cell' ? 'gridcell' : undefined} className={styles.cell} style={place} data-session={entry.session.id}>
      <a
        className={look} style={edge} href={props.href} tabIndex={props.tabStop ? 0 : -1}
        title={width < ROOM_FOR_RANGE ? entry.session.title : undefined}
      >
        {changed && <SeenWhenShown id={entry.session.id} />}
        <span className={wordsLook(props)}>
          {hasTime && (
            <span className={styles.facts}>
              {cancelled && <span className={styles.word}>{words.cancelled}</span>}
              <span className={styles.time}>{hasRange ? words.time(entry) : words.starts(entry)}</span>
              {on && <Icon name="now" size={0.875} />}
              {on && hasWords && <span className={styles.word}>{words.live}</span>}
              {changed && <Icon name="alert" size={0.875} />}
              {changed && hasWords && <span className={styles.word}>{words.changed}</span>}
              {bookmarked && <Icon name="bookmark" size={0.875} filled />}
              {entry.session.language !== null && width >= 150 && <span className={styles.language}>{entry.session.language}</span>}
            </span>
          )}
          {!hasTime && cancelled && <Icon name="close" size={0.75} />}
          <bdi className={styles.title} lang={entry.session.language ?? undefined}>{entry.session.title}</bdi>
          {entry.speakers.length > 0 && width >= ROOM_FOR_RANGE && height >= ROOM_FOR_SPEAKERS && (
            <span className={styles.speakers}><SpeakerNames speakers={entry.speakers} /></span>
          )}
        </span>
        <span className={styles.untold}>
          {words.untold(entry, { time: !hasRange, cancelled: cancelled && !hasTime, on: on && !hasWords, changed: changed && !hasWords, bookmarked })}
        </span>
      </a>
    </Cell>
  );
});

/** Only in long blocks do the words follow what is in view: each that does is a layer for the browser to move. */
function wordsLook({ as, width, height }: Props): string {
  if (as === 'cell') return `${styles.words} ${width >= LONG_ACROSS ? styles.followAcross : ''}`;
  return `${styles.words} ${height >= LONG_DOWN ? styles.followDown : ''}`;
}

import { type CSSProperties, memo } from 'react';
import type { Severity } from '@rules/finding.js';
import { Icon } from '../../../ui/icon.js';
import type { BoardEntry } from '../model/board-index.js';
import type { BlockWords } from './block-context.js';
import styles from './board-block.module.css';
import { type Axis, styleOf } from './plane-frame.js';

interface Props {
  entry: BoardEntry;
  /** Of its city. */
  zone: string;
  axis: Axis;
  /** Pixels from the start and the top of its room, and its size. */
  inline: number;
  block: number;
  inlineSize: number;
  blockSize: number;
  severity: Severity | null;
  selected: boolean;
  /** It is on its way elsewhere: what stands here is where it came from. */
  carried: boolean;
  tabStop: boolean;
  movable: boolean;
  words: BlockWords;
}

/** Pixels. */
const ROOM_FOR_WORDS = 30;
const ROOM_FOR_TIME = 60;
const ROOM_FOR_RANGE = 140;
const ROOM_FOR_TWO_LINES = 36;
const ROOM_FOR_TWO_EDGES = 32;
const BOTH_EDGES = ['start', 'end'] as const;
const END_ONLY = ['end'] as const;

/** One session on the board. Subscribes to nothing: it is drawn anew only when something of its own changes. */
export const BoardBlock = memo(function BoardBlock(props: Props) {
  const { entry, zone, axis, severity, selected, carried, words, movable } = props;
  const { session, track } = entry;
  const slot = session.slot;
  const low = props.blockSize < ROOM_FOR_TWO_LINES;
  // a short one must still be taken hold of in its middle
  const edges = (axis === 'across' ? props.inlineSize : props.blockSize) >= ROOM_FOR_TWO_EDGES ? BOTH_EDGES : END_ONLY;
  const hasTime = props.inlineSize >= ROOM_FOR_TIME && !low;
  const look = [
    styles.block, styles[axis], severity !== null && styles[severity], selected && styles.selected, carried && styles.carried, slot?.cancelled && styles.cancelled,
    slot?.waiver !== null && slot !== null && styles.waived, props.inlineSize < ROOM_FOR_WORDS && styles.sliver, low && styles.low,
  ].filter(Boolean).join(' ');
  return (
    <div role="gridcell" className={styles.cell} style={styleOf(props)} data-session={session.id}>
      <button
        type="button" className={look} tabIndex={props.tabStop ? 0 : -1} aria-pressed={selected} data-movable={movable || undefined}
        style={{ '--track': track?.colour ?? 'var(--line-strong)' } as CSSProperties} title={props.inlineSize < ROOM_FOR_TIME ? session.title : undefined}
      >
        {hasTime && (
          <span className={styles.facts}>
            <span className={styles.time}>{words.time(entry, zone, props.inlineSize < ROOM_FOR_RANGE)}</span>
            <Marks entry={entry} severity={severity} />
          </span>
        )}
        <bdi className={styles.title} lang={session.language ?? undefined}>{session.title}</bdi>
        {!hasTime && severity !== null && <span className={styles.corner}><Icon name="alert" size={0.75} /></span>}
        {props.blockSize >= 64 && props.inlineSize >= ROOM_FOR_TIME && entry.speakers.length > 0 && <bdi className={styles.speakers}>{entry.speakers.map(({ name }) => name).join(', ')}</bdi>}
        <span className={styles.untold}>{words.untold(entry, zone, severity)}</span>
      </button>
      {movable && !carried && edges.map((edge) => <span key={edge} className={`${styles.edge} ${styles[edge]} ${styles[axis]}`} data-edge={edge} aria-hidden="true" />)}
    </div>
  );
});

function Marks({ entry: { session }, severity }: { entry: BoardEntry; severity: Severity | null }) {
  return (
    <span className={styles.marks}>
      {severity !== null && <Icon name="alert" size={0.8125} />}
      {session.slot?.waiver != null && <Icon name="waived" size={0.8125} />}
      {session.slot?.anchor === 'fixed' && <Icon name="pin" size={0.8125} />}
      {session.sentBy === 'satellite' && <Icon name="satellite" size={0.8125} />}
    </span>
  );
}

import { lazy, Suspense } from 'react';
import type { Finding } from '@rules/finding.js';
import type { PlacementIndex } from '@rules/placement/placement-index.js';
import type { FindingWords } from '../findings/use-finding-words.js';
import type { BoardEntry, BoardIndex, PlacedAt } from '../model/board-index.js';
import type { BoardActions } from '../use-board-actions.js';
import type { Selection } from '../use-selection.js';
import { FindingsPanel } from './findings-panel.js';
import { FitPanel } from './fit-panel.js';
import { SessionCard } from './session-card.js';
import styles from './side-panel.module.css';

const BulkPanel = lazy(async () => ({ default: (await import('../bulk/bulk-panel.js')).BulkPanel }));

/** Which panel stands beside the board; the card only where a session is chosen. */
export type Shown = 'card' | 'findings' | 'fit' | 'bulk';

interface Props {
  shown: Shown;
  slug: string;
  index: BoardIndex;
  rules: PlacementIndex;
  findings: readonly Finding[];
  line: { from: number; to: number };
  selection: Selection;
  words: FindingWords;
  actions: BoardActions;
  mayMove: (entry: BoardEntry) => boolean;
  onShow: (shown: Shown) => void;
  onGoTo: (sessionId: string) => void;
  onLook: (at: PlacedAt | null) => void;
}

export function SidePanel({ shown, slug, index, rules, findings, line, selection, words, actions, mayMove, onShow, onGoTo, onLook }: Props) {
  const entry = selection.chosen === null ? undefined : index.byId.get(selection.chosen);
  const movable = entry !== undefined && mayMove(entry);
  const panel = ((): React.ReactNode => {
    if (shown === 'findings') return <FindingsPanel index={index} findings={findings} words={words} actions={actions} onGoTo={onGoTo} onClose={() => onShow('card')} />;
    if (shown === 'bulk' || selection.selected.size > 1) return <BulkPanel index={index} rules={rules} words={words} selection={selection} mayMove={mayMove} actions={actions} onClose={() => {
      onShow('card');
      if (selection.selected.size > 1) selection.choose(null);
    }} />;
    if (entry === undefined) return null;
    if (shown === 'fit' && movable) {
      return (
        <FitPanel
          key={entry.session.id} index={index} rules={rules} entry={entry} line={line} words={words} onLook={onLook} onClose={() => onShow('card')}
          onPlace={(at) => {
            actions.place(entry, at);
            onLook(null);
            onShow('card');
            onGoTo(entry.session.id);
          }}
        />
      );
    }
    return (
      <SessionCard
        key={entry.session.id} slug={slug} index={index} entry={entry} findings={rules.findingsOf(entry.session.id)} words={words} actions={actions} movable={movable}
        onFindFit={() => onShow('fit')} onClose={() => selection.choose(null)}
      />
    );
  })();
  return panel === null ? null : <div className={styles.side}><Suspense>{panel}</Suspense></div>;
}

import { useTranslation } from 'react-i18next';
import type { DayConflict, DayProposal, RipplePreview } from '@contract/live-day.js';
import { Badge } from '../../ui/badge.js';
import { isolate } from '../../ui/format.js';
import { useFormat } from '../../ui/use-format.js';
import styles from './change-drawer.module.css';
import { ConcernedLine } from './concerned-line.js';
import { useDesk } from './desk.js';
import { type ByHand, MoveList } from './move-list.js';
import { useProposalWords } from './proposal-words.js';
import type { PreviewState } from './use-preview.js';

interface Props {
  state: PreviewState;
  /** What was worked out last, as it was edited by hand; null: nothing yet. */
  shown: RipplePreview | null;
  byHand: ByHand;
  onProposal: (proposal: DayProposal) => void;
}

/** What follows: said aloud when it is there, since it is what the reader waits for. */
export function PreviewPane({ state, shown, byHand, onProposal }: Props) {
  const { t } = useTranslation('liveDay');
  return (
    <section className={styles.preview} aria-label={t('whatFollows')} aria-live="polite" aria-busy={state.phase === 'working'}>
      {state.phase === 'refused' && <p className={styles.alert} role="alert">{state.words}</p>}
      {shown !== null && <Preview preview={shown} byHand={byHand} onProposal={onProposal} />}
      {state.phase === 'working' && shown === null && <p className={styles.facts}>{t('working')}</p>}
    </section>
  );
}

function Preview({ preview, byHand, onProposal }: { preview: RipplePreview } & Pick<Props, 'byHand' | 'onProposal'>) {
  const { t } = useTranslation('liveDay');
  const blocking = preview.conflicts.filter(({ severity }) => severity === 'blocking');
  const warnings = preview.conflicts.filter(({ severity }) => severity === 'warning');
  const words = useProposalWords();
  const format = useFormat();
  return (
    <>
      {blocking.length > 0 && (
        <div className={styles.blocking}>
          <h3>{t('inTheWay')}</h3>
          <Conflicts conflicts={blocking} />
          {preview.proposals.length > 0 ? (
            <>
              <h4>{t('waysOut')}</h4>
              <ul className={styles.proposals}>
                {preview.proposals.map((proposal) => (
                  <li key={JSON.stringify(proposal.steps)}>
                    <button type="button" className={styles.proposal} onClick={() => onProposal(proposal)}>
                      <span className={styles.steps}>{words(proposal)}</span>
                      <span className={styles.facts}>{t('moves', { count: proposal.moves.length, formatted: format.number(proposal.moves.length) })}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </>
          ) : <p>{t(byHand.starts.size > 0 ? 'edit.inTheWay' : 'noWayOut')}</p>}
        </div>
      )}
      {warnings.length > 0 && <div className={styles.warnings}><Conflicts conflicts={warnings} /></div>}
      {preview.moves.length === 0 && blocking.length === 0 && <p className={styles.facts}>{t('nothingMoves')}</p>}
      {preview.moves.length > 0 && (
        <>
          <ConcernedLine concerned={preview.concerned} moves={preview.moves.length} />
          <MoveList moves={preview.moves} byHand={byHand} />
        </>
      )}
    </>
  );
}

function Conflicts({ conflicts }: { conflicts: readonly DayConflict[] }) {
  const { t } = useTranslation('liveDay');
  const format = useFormat();
  const { agenda } = useDesk();
  return (
    <ul className={styles.conflicts}>
      {conflicts.map(({ code, severity, sessionId, because, minutes }) => (
        <li key={`${code} ${sessionId} ${because}`}>
          <Badge tone={severity === 'blocking' ? 'bad' : 'warn'} icon="alert">{t(`conflict.${code}.name`)}</Badge>{' '}
          {t(`conflict.${code}.text`, { title: isolate(agenda.sessions[sessionId]?.title ?? ''), minutes: format.duration(minutes) })}
        </li>
      ))}
    </ul>
  );
}

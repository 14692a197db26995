import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftEdit } from '@contract/board.js';
import type { PlanRun } from '@contract/plan-runs.js';
import { RequestRefused } from '../../account/ask-api.js';
import { Button } from '../../ui/button.js';
import { LinkButton } from '../../ui/link-button.js';
import { useFormat } from '../../ui/use-format.js';
import { theirSlots } from '../board/store/board-requests.js';
import styles from './plan.module.css';
import type { PlanChanges } from './plan-changes.js';
import { takeBack, takeRun } from './plan-requests.js';

interface Props {
  slug: string;
  run: PlanRun;
  changes: PlanChanges;
  /** The draft is already as the run would have it. */
  isEmpty: boolean;
  titleOf: (sessionId: string) => string;
  /** Called when the draft has it, or no longer. */
  onTaken: (isTaken: boolean) => void;
  onAgain: () => Promise<void>;
  onOther: () => void;
}

/** What was done here; whether the draft has it is the run's to say. */
type Done = { state: 'nothing' } | { state: 'taken'; edit: DraftEdit | null } | { state: 'undone' };

/** The way of a result into the draft as one edit, and back out of it. */
export function TakePlan({ slug, run, changes, isEmpty, titleOf, onTaken, onAgain, onOther }: Props) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const [done, setDone] = useState<Done>({ state: 'nothing' });
  const isTaken = run.state === 'taken';
  const isUndone = !isTaken && done.state === 'undone';
  const isOpen = !isTaken && !isUndone;
  const [refused, setRefused] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  /** Of this result and its undo: what is sent again after a lost answer is not done twice. */
  const [requests] = useState(() => ({ take: crypto.randomUUID(), back: crypto.randomUUID() }));

  async function work(task: () => Promise<void>): Promise<void> {
    setRefused(null);
    setSending(true);
    try {
      await task();
    } catch (error) {
      setRefused(error);
    } finally {
      setSending(false);
    }
  }
  const take = async (): Promise<void> => {
    const edit = await takeRun(slug, run.id, requests.take);
    onTaken(true);
    setDone({ state: 'taken', edit });
  };
  const undo = async (edit: DraftEdit): Promise<void> => {
    await takeBack(slug, edit, requests.back);
    onTaken(false);
    setDone({ state: 'undone' });
  };
  const isStale = isOpen && changes.stale.length > 0;
  const theirs = theirSlots(refused);
  const names = (titles: readonly string[]): string => format.list(titles.slice(0, 3));
  return (
    <>
      {!isOpen && <p className={styles.done} role="status">{t(isTaken ? 'take.done' : 'take.undone')}</p>}
      {isEmpty && isOpen && <p>{t('take.nothing')}</p>}
      {isStale && theirs === null && <p className={styles.notice}>{t('take.stale', { count: changes.stale.length, formatted: format.number(changes.stale.length), titles: names(changes.stale.map(({ title }) => title)) })}</p>}
      {refused !== null && (
        <p className={styles.alert} role="alert">
          {theirs !== null && theirs.length > 0
            ? t('take.conflict', { count: theirs.length, formatted: format.number(theirs.length), titles: names(theirs.map(({ sessionId }) => titleOf(sessionId))), by: names([...new Set(theirs.map(({ by }) => by))]) })
            : refused instanceof RequestRefused && refused.problem !== null ? refused.problem.detail : t('notSent')}
        </p>
      )}
      <div className={styles.buttons}>
        {isOpen && !isEmpty && !isStale && <Button look="strong" isDisabled={isSending} onPress={() => void work(take)}>{t('take.action')}</Button>}
        {(isStale || theirs !== null || isUndone) && <Button look={isStale ? 'strong' : 'plain'} isDisabled={isSending} onPress={() => void work(onAgain)}>{t('take.again')}</Button>}
        {isTaken && <LinkButton href={`/${slug}/organize/board`} icon="grid" look="strong">{t('toBoard')}</LinkButton>}
        {isTaken && done.state === 'taken' && done.edit !== null && <Button icon="undo" isDisabled={isSending} onPress={() => void work(async () => await undo(done.edit!))}>{t('take.undo')}</Button>}
        <Button look="quiet" isDisabled={isSending} onPress={onOther}>{t('take.other')}</Button>
      </div>
    </>
  );
}

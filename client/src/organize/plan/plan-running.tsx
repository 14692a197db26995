import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanProgressTold, PlanRun } from '@contract/plan-runs.js';
import { useMe } from '../../account/use-me.js';
import { useNow } from '../../app/use-now.js';
import { Button } from '../../ui/button.js';
import { useFormat } from '../../ui/use-format.js';
import { sayWhyNot } from '../say-why-not.js';
import styles from './plan.module.css';
import { ScoreBars } from './score-parts.js';

interface Props {
  run: PlanRun;
  onStop: (keep: boolean) => Promise<void>;
}

/** A run that goes on, whoever started it: the best so far, the time that is left, and the ways to end it. */
export function PlanRunning({ run, onStop }: Props) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const me = useMe();
  const now = useNow(1_000);
  const [isSending, setSending] = useState(false);
  const { progress, wanted, sessions } = run;
  const passed = Math.min(wanted.seconds, Math.max(0, Math.round((now - Date.parse(run.startedAt)) / 1_000)));
  const left = wanted.seconds - passed;
  // the bars are as long as they were when one began to look
  const first = useRef<PlanProgressTold['score'] | null>(null);
  first.current ??= progress?.score ?? null;
  const isMine = me.phase === 'signed-in' && run.by === `account:${me.account.accountId}`;
  const isStopping = run.state === 'stopping';
  const stop = (keep: boolean): void => {
    setSending(true);
    onStop(keep).catch((error: unknown) => sayWhyNot(error, t('notSent'))).finally(() => setSending(false));
  };
  const count = (n: number | undefined): string => (n === undefined ? '–' : format.number(n));
  return (
    <section className={styles.card} aria-labelledby="plan-running" data-testid="plan-running">
      <h2 id="plan-running" className={styles.legend}>{t('running.title', { count: sessions, formatted: format.number(sessions) })}</h2>
      <p role="status">{isStopping ? t('running.stopping') : t(isMine ? 'running.yours' : 'running.others')}</p>
      <progress className={styles.bar} max={wanted.seconds} value={passed} aria-label={t('running.time')} />
      <p className={styles.hint}>{left > 0 ? t('running.left', { time: left >= 60 ? format.duration(Math.ceil(left / 60)) : t('running.seconds', { count: left, formatted: format.number(left) }) }) : t('running.ending')}</p>
      <h3 className={styles.small}>{t('running.best')}</h3>
      <dl className={styles.numbers}>
        <div><dt>{t('running.placed')}</dt><dd>{count(progress?.placed)}</dd></div>
        <div><dt>{t('running.unplaced')}</dt><dd>{count(progress?.unplaced)}</dd></div>
        <div><dt>{t('running.soft')}</dt><dd>{count(progress === null ? undefined : Math.round(progress.soft))}</dd></div>
        <div><dt>{t('running.steps')}</dt><dd>{count(progress?.iterations)}</dd></div>
      </dl>
      <p className={styles.hint}>{t('running.softHint')}</p>
      {progress !== null && <ScoreBars score={progress.score} than={first.current ?? progress.score} />}
      {!isStopping && (
        <div className={styles.buttons}>
          <Button look="strong" isDisabled={isSending} onPress={() => stop(true)}>{t('running.keep')}</Button>
          <Button isDisabled={isSending} onPress={() => stop(false)}>{t('running.discard')}</Button>
        </div>
      )}
    </section>
  );
}

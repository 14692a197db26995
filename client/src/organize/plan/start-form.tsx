import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewPlanRun, PlanRun } from '@contract/plan-runs.js';
import { fieldError, RequestRefused } from '../../account/ask-api.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { LinkButton } from '../../ui/link-button.js';
import { useFormat } from '../../ui/use-format.js';
import type { BoardIndex } from '../board/model/board-index.js';
import { TextInput } from '../fields/text-input.js';
import { NeverBroken } from './never-broken.js';
import styles from './plan.module.css';
import { type NumberField, problemsOf, RANGES, runOf, wishAfter } from './plan-wish.js';
import { ScopeChoice } from './scope-choice.js';
import { WeightSliders } from './weight-sliders.js';

interface Props {
  slug: string;
  index: BoardIndex;
  /** The run before, where there was one. */
  last: PlanRun | null;
  /** @throws RequestRefused, which is shown beside the field that it names */
  onStart: (wanted: NewPlanRun) => Promise<void>;
}

/** What a run is to plan, and what counts how much. */
export function StartForm({ slug, index, last, onStart }: Props) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const [wish, setWish] = useState(() => wishAfter(last?.wanted ?? null));
  const [asked, setAsked] = useState(0);
  const [refused, setRefused] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const problems = useMemo(() => (asked > 0 ? problemsOf(wish) : {}), [asked, wish]);

  useEffect(() => {
    if (asked > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [asked]);

  async function send(): Promise<void> {
    setRefused(null);
    setAsked(asked + 1);
    if (Object.keys(problemsOf(wish)).length > 0) return;
    setSending(true);
    try {
      await onStart(runOf(wish));
    } catch (error) {
      setRefused(error);
      setSending(false);
    }
  }

  if (index.tray.length === 0 && wish.scope === 'tray') {
    return (
      <EmptyState
        icon="check" title={t('empty.title')}
        actions={(
          <>
            <LinkButton href={`/${slug}/organize/board`} icon="grid">{t('toBoard')}</LinkButton>
            {index.byId.size > 0 && <Button onPress={() => setWish({ ...wish, scope: 'all' })}>{t('empty.anew')}</Button>}
          </>
        )}
      >
        {t(index.byId.size > 0 ? 'empty.text' : 'empty.noSessions')}
      </EmptyState>
    );
  }
  const numberField = (name: NumberField) => {
    const problem = problems[name];
    const { min, max } = RANGES[name];
    const error = problem === undefined ? fieldError(refused, `/${name}`) : t(`problem.${problem}`, { min: format.number(min), max: format.number(max) });
    return (
      <TextInput
        field={{ kind: 'number', name, label: t(`start.${name}`), hint: t(`start.${name}Hint`), min, max }} value={wish[name]} error={error}
        onChange={(value) => setWish({ ...wish, [name]: typeof value === 'number' ? value : '' })}
      />
    );
  };
  return (
    <form
      ref={form} className={styles.start} noValidate aria-label={t('title')}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p className={styles.lead}>{t('lead')}</p>
      {last !== null && (last.state === 'failed' || last.state === 'cancelled') && <p className={styles.notice}>{t(`last.${last.state}`)}</p>}
      <ScopeChoice
        index={index} scope={wish.scope} chosen={wish.chosen} error={problems.sessions === undefined ? fieldError(refused, '/sessions') : t('problem.none-chosen')}
        onScope={(scope) => setWish({ ...wish, scope })} onChosen={(chosen) => setWish({ ...wish, chosen })}
      />
      <NeverBroken />
      <WeightSliders levels={wish.levels} onChange={(levels) => setWish({ ...wish, levels })} />
      <div className={styles.card}>
        <div className={styles.short}>{numberField('seconds')}</div>
        <details open={problems.seed !== undefined || problems.iterations !== undefined || undefined}>
          <summary>{t('start.more')}</summary>
          <div className={styles.more}>
            {numberField('iterations')}
            {numberField('seed')}
          </div>
        </details>
      </div>
      {refused !== null && (
        <p className={styles.alert} role="alert">{refused instanceof RequestRefused && refused.problem !== null ? refused.problem.detail : t('notSent')}</p>
      )}
      <div>
        <Button look="strong" type="submit" isDisabled={isSending}>{t('start.action')}</Button>
      </div>
    </form>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RequestRefused } from '../account/ask-api.js';
import styles from '../account/account.module.css';
import { Notice } from '../account/notice.js';
import { useRefusalWords } from '../account/use-refusal-words.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { Skeleton } from '../ui/skeleton.js';
import own from './push-section.module.css';
import { readPushHere, turnPushOff, turnPushOn, type PushHere } from './push-here.js';

const KEY = ['push-here'];

/** Whether this device is told by push, what that means, and how to change it. The browser asks for leave only at the press of the button. */
export function PushSection() {
  const { t } = useTranslation('notices');
  const words = useRefusalWords();
  const queries = useQueryClient();
  const here = useQuery({ queryKey: KEY, queryFn: readPushHere });
  const turn = useMutation({
    mutationFn: async (on: boolean) => await (on ? turnPushOn() : turnPushOff()),
    onSettled: async () => await queries.invalidateQueries({ queryKey: KEY }),
  });
  const failed = here.error ?? turn.error;
  return (
    <section className={styles.section}>
      <h2>{t('push.title')}</h2>
      {here.isPending && <Skeleton height="4rem" />}
      {/* what the browser says of its push service is not for people */}
      {failed !== null && <Notice tone="bad">{failed instanceof RequestRefused ? words(failed) : t('push.failed')}</Notice>}
      {here.data !== undefined && <State state={here.data} isBusy={turn.isPending} onTurn={turn.mutate} />}
      <p className={styles.note}>{t('push.explain')}</p>
      <p className={styles.note}>{t('push.atRisk')}</p>
    </section>
  );
}

function State({ state, isBusy, onTurn }: { state: PushHere; isBusy: boolean; onTurn: (on: boolean) => void }) {
  const { t } = useTranslation('notices');
  if (state !== 'on' && state !== 'off') return <Notice tone="warn">{t(`push.${state}`)}</Notice>;
  return (
    <div className={own.state}>
      <span role="status">
        <Badge tone={state === 'on' ? 'accent' : 'neutral'}>{t(`push.${state}`)}</Badge>
      </span>
      <Button look={state === 'on' ? 'plain' : 'strong'} isDisabled={isBusy} onPress={() => onTurn(state === 'off')}>
        {t(state === 'on' ? 'push.turnOff' : 'push.turnOn')}
      </Button>
    </div>
  );
}

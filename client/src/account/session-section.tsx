import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MySession } from '@contract/account.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { Skeleton } from '../ui/skeleton.js';
import styles from './account.module.css';
import { askApi } from './ask-api.js';
import { Moment } from './moment.js';
import { Notice } from './notice.js';
import { useRefusalWords } from './use-refusal-words.js';

/** Where one is signed in; each but this one can be ended from here. */
export function SessionSection() {
  const { t } = useTranslation('account');
  const words = useRefusalWords();
  const queries = useQueryClient();
  const sessions = useQuery({ queryKey: ['my-sessions'], queryFn: async () => await askApi<{ items: MySession[] }>('GET', '/api/me/sessions') });
  const end = useMutation({
    /** All but this one, where no id is given. */
    mutationFn: async (id: string | null) => await askApi('DELETE', id === null ? '/api/me/sessions' : `/api/me/sessions/${id}`),
    onSettled: async () => await queries.invalidateQueries({ queryKey: ['my-sessions'] }),
  });
  return (
    <section className={styles.section}>
      <h2>{t('sessions.title')}</h2>
      {sessions.isPending && <Skeleton height="4rem" />}
      {(sessions.isError || end.isError) && <Notice tone="bad">{words(sessions.error ?? end.error)}</Notice>}
      {sessions.isSuccess && (
        <ul className={styles.list}>
          {sessions.data.items.map((session) => (
            <li key={session.id} className={styles.item}>
              <span className={styles.what}>
                <DeviceName device={session.device} />
                <span className={styles.note}>
                  {t('sessions.seen')} <Moment at={session.seenAt} />
                </span>
              </span>
              {session.isThisOne ? (
                <Badge tone="accent">{t('sessions.thisOne')}</Badge>
              ) : (
                <Button isDisabled={end.isPending} onPress={() => end.mutate(session.id)}>
                  {t('sessions.end')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {sessions.isSuccess && sessions.data.items.length > 1 && (
        <div className={styles.actions}>
          <Button isDisabled={end.isPending} onPress={() => end.mutate(null)}>
            {t('sessions.endOthers')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** "Firefox on Android", as the server keeps it, in the reader's language. */
function DeviceName({ device }: { device: string }) {
  const { t } = useTranslation('account');
  const [browser = '', system] = device.split(' on ');
  if (device === '') return <span>{t('sessions.unknownDevice')}</span>;
  return <span>{system === undefined ? browser : t('sessions.device', { browser, system })}</span>;
}

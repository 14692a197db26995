import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import type { Outbox } from '@contract/outbox.js';
import { AccountFrame } from '../account/account-frame.js';
import styles from '../account/account.module.css';
import { askApi } from '../account/ask-api.js';
import { Notice } from '../account/notice.js';
import { useMe } from '../account/use-me.js';
import { useRefusalWords } from '../account/use-refusal-words.js';
import { PagePlaceholder } from '../app/page-placeholder.js';
import { usePageTitle } from '../app/use-page-title.js';
import { Button } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { OutboxItem } from './outbox-item.js';

/** The mails that wait, for administrators: without a mail server this is where links and codes are read. */
export default function OutboxPage() {
  const { t } = useTranslation('notices');
  usePageTitle(t('outbox.title'));
  return (
    <AccountFrame>
      <Content />
    </AccountFrame>
  );
}

function Content() {
  const { t } = useTranslation('notices');
  const me = useMe();
  if (me.phase === 'loading') return <PagePlaceholder />;
  if (me.phase === 'anonymous') return <Navigate to="/sign-in?returnTo=/admin/outbox" replace />;
  return (
    <>
      <h1 className={styles.title}>{t('outbox.title')}</h1>
      <p className={styles.lead}>{t('outbox.lead')}</p>
      <Mails />
    </>
  );
}

function Mails() {
  const { t } = useTranslation('notices');
  const words = useRefusalWords();
  const outbox = useInfiniteQuery({
    queryKey: ['outbox'],
    initialPageParam: '',
    queryFn: async ({ pageParam }) => await askApi<Outbox>('GET', `/api/outbox?limit=50${pageParam === '' ? '' : `&after=${pageParam}`}`),
    getNextPageParam: ({ next }) => next,
    // opening mails is put on record: only when somebody asks for it
    refetchOnWindowFocus: false,
  });
  const mails = outbox.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className={styles.section} aria-busy={outbox.isFetching}>
      <div className={styles.actions}>
        <Button isDisabled={outbox.isFetching} onPress={() => void outbox.refetch()}>
          {t('outbox.refresh')}
        </Button>
      </div>
      {outbox.isError && <Notice tone="bad">{words(outbox.error)}</Notice>}
      {outbox.data?.pages[0]?.isDelivering === false && <Notice tone="warn">{t('outbox.noServer')}</Notice>}
      {outbox.isSuccess && mails.length === 0 && <EmptyState icon="check" title={t('outbox.empty')} />}
      <ul className={styles.list}>
        {mails.map((mail) => (
          <OutboxItem key={mail.id} mail={mail} />
        ))}
      </ul>
      {outbox.hasNextPage && (
        <div className={styles.actions}>
          <Button isDisabled={outbox.isFetching} onPress={() => void outbox.fetchNextPage()}>
            {t('outbox.older')}
          </Button>
        </div>
      )}
    </section>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { subscribeAddress } from '../../attend/calendar-link.js';
import { useCopy } from '../../attend/use-copy.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { Button } from '../../ui/button.js';
import { LinkButton } from '../../ui/link-button.js';
import { showToast } from '../../ui/toasts.js';
import { readFeed, renewFeed, revokeFeed } from '../speaking-requests.js';
import { useRefusal } from '../use-refusal.js';
import styles from './slots-feed.module.css';

/** The secret address of one's own calendar: made on demand, copied, renewed, switched off. */
export function SlotsFeed() {
  const { t } = useTranslation('speak');
  const { agenda } = useLiveAgenda();
  const { slug } = agenda.conference;
  const copy = useCopy();
  const refuse = useRefusal();
  const client = useQueryClient();
  const queryKey = ['my-feed', slug];
  const query = useQuery({ queryKey, queryFn: async () => await readFeed(slug) });
  const path = query.data?.path ?? null;
  const change = useMutation({
    mutationFn: async (what: 'renew' | 'revoke') => await (what === 'renew' ? renewFeed(slug) : revokeFeed(slug)),
    onSuccess: (feed, what) => {
      client.setQueryData(queryKey, feed);
      if (what === 'revoke') showToast(t('feed.revoked'));
      else if (path !== null) showToast(t('feed.renewed'));
    },
    onError: refuse,
  });
  return (
    <section className={styles.feed} aria-labelledby="slots-feed">
      <h2 id="slots-feed" className={styles.title}>
        {t('feed.title')}
      </h2>
      <p className={styles.words}>{t('feed.text')}</p>
      <div className={styles.actions}>
        {path === null ? (
          <Button icon="link" isDisabled={!query.isSuccess || change.isPending} onPress={() => change.mutate('renew')}>
            {t('feed.make')}
          </Button>
        ) : (
          <>
            <LinkButton look="strong" icon="calendar" href={subscribeAddress(path, location.host)} outside>
              {t('feed.subscribe')}
            </LinkButton>
            <Button icon="copy" onPress={() => copy(location.origin + path)}>
              {t('feed.copy')}
            </Button>
            <Button isDisabled={change.isPending} onPress={() => change.mutate('renew')}>
              {t('feed.renew')}
            </Button>
            <Button isDisabled={change.isPending} onPress={() => change.mutate('revoke')}>
              {t('feed.revoke')}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

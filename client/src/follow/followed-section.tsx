import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Following } from '@contract/notifications.js';
import { askApi } from '../account/ask-api.js';
import styles from '../account/account.module.css';
import { heldMe, refreshMe } from '../account/me-store.js';
import { Notice } from '../account/notice.js';
import { useRefusalWords } from '../account/use-refusal-words.js';
import { bookmarkedConferences } from '../attend/bookmark-store.js';
import { Skeleton } from '../ui/skeleton.js';
import { useFormat } from '../ui/use-format.js';
import { forgetBases } from './followed-base.js';
import own from './followed-section.module.css';
import { keeperOf, syncFollowed } from './sync-followed.js';

const KEY = ['following'];

/** The choice that makes the account keep what one bookmarks; what that means is said before it is made. */
export function FollowedSection() {
  const { t } = useTranslation('notices');
  const format = useFormat();
  const words = useRefusalWords();
  const queries = useQueryClient();
  const following = useQuery({ queryKey: KEY, queryFn: async () => await askApi<Following>('GET', '/api/me/following') });
  const choose = useMutation({ mutationFn: chooseFollowing, onSettled: async () => await queries.invalidateQueries({ queryKey: KEY }) });
  const failed = following.error ?? choose.error;
  return (
    <section className={styles.section}>
      <h2>{t('followed.title')}</h2>
      {following.isPending && <Skeleton height="6rem" />}
      {failed !== null && <Notice tone="bad">{words(failed)}</Notice>}
      {following.data !== undefined && (
        <>
          <p>{t('followed.explain')}</p>
          {following.data.safetyMode && <Notice tone="warn">{t('followed.atRisk')}</Notice>}
          <label className={own.choice}>
            <input type="checkbox" checked={choose.isPending ? choose.variables : following.data.isOn} onChange={(event) => choose.mutate(event.target.checked)} />
            {t('followed.choice')}
          </label>
          {following.data.isOn && (
            <p className={styles.note} role="status">
              {t('followed.kept', { count: following.data.sessions, formatted: format.number(following.data.sessions) })}
            </p>
          )}
        </>
      )}
    </section>
  );
}

async function chooseFollowing(isOn: boolean): Promise<void> {
  await askApi('PUT', '/api/me/following', { isOn });
  if (!isOn) forgetBases();
  await refreshMe();
  const me = heldMe();
  const keeper = isOn && me.phase === 'signed-in' ? keeperOf(me.account) : null;
  if (keeper === null) return;
  // a conference that is gone, or cannot be reached now, tells when its pages are next opened
  await Promise.allSettled(bookmarkedConferences().map(async (slug) => await syncFollowed(slug, keeper)));
}

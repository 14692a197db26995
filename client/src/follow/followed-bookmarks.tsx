import { lazy, Suspense } from 'react';
import { useParams } from 'react-router';
import { useMe } from '../account/use-me.js';
import { holdsBases } from './followed-base.js';

// wanted by those alone whose account keeps what they follow
const KeepInStep = lazy(async () => ({ default: (await import('./keep-in-step.js')).KeepInStep }));
const LeaveFollowed = lazy(async () => ({ default: (await import('./keep-in-step.js')).LeaveFollowed }));

/** Where the reader chose so, what they bookmark is told to their account; without a word to anybody where they did not. */
export function FollowedBookmarks() {
  const { slug = '' } = useParams();
  const me = useMe();
  if (me.phase === 'signed-in' && me.account.followsSince !== null) {
    return (
      <Suspense>
        <KeepInStep slug={slug} accountId={me.account.accountId} since={me.account.followsSince} />
      </Suspense>
    );
  }
  return me.phase === 'anonymous' && holdsBases() ? (
    <Suspense>
      <LeaveFollowed />
    </Suspense>
  ) : null;
}

import { useTranslation } from 'react-i18next';
import { RequestRefused } from '../../account/ask-api.js';
import NotFoundPage from '../../app/not-found-page.js';
import { useIsNarrow } from '../../app/use-is-narrow.js';
import { usePageTitle } from '../../app/use-page-title.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { LinkButton } from '../../ui/link-button.js';
import { Skeleton } from '../../ui/skeleton.js';
import { VisuallyHidden } from '../../ui/visually-hidden.js';
import { useOrganize } from '../use-organize.js';
import { BoardDesk } from './board-desk.js';
import { BoardPhone } from './phone/board-phone.js';
import { useBoard } from './use-board.js';

/** Where the draft is planned: sessions into rooms and times, by several organizers at once. */
export default function BoardPage() {
  const { t } = useTranslation('board');
  const { slug } = useOrganize();
  const { store, state } = useBoard(slug);
  const narrow = useIsNarrow();
  usePageTitle(t('title'));
  if (state.phase === 'unread' && state.error instanceof RequestRefused && state.error.code === 'not-found') return <NotFoundPage />;
  return (
    <>
      <h1><VisuallyHidden>{t('title')}</VisuallyHidden></h1>
      {state.phase === 'loading' && <Skeleton height="60vh" />}
      {state.phase === 'unread' && (
        <EmptyState icon="alert" title={t('load.failed')} actions={<Button onPress={() => void store.start()}>{t('load.again')}</Button>}>{t('load.failedText')}</EmptyState>
      )}
      {state.phase === 'ready' && (state.index.places.length === 0 ? (
        <EmptyState icon="place" title={t('noRooms.title')} actions={<LinkButton href={`/${slug}/organize/cities`}>{t('noRooms.action')}</LinkButton>}>{t('noRooms.text')}</EmptyState>
      ) : narrow ? <BoardPhone slug={slug} store={store} board={state} /> : <BoardDesk slug={slug} store={store} board={state} />)}
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../app/use-page-title.js';
import { EmptyState } from '../../ui/empty-state.js';
import { LinkButton } from '../../ui/link-button.js';
import { Loaded } from '../loaded.js';
import organize from '../organize.module.css';
import { useOrganize } from '../use-organize.js';
import { PlanDesk } from './plan-desk.js';
import { useDraftBoard, useLastRun } from './plan-requests.js';

/** The automatic schedule: it proposes places for sessions, and an organizer takes them into the draft. */
export default function PlanPage() {
  const { t } = useTranslation('plan');
  const { slug } = useOrganize();
  const last = useLastRun(slug);
  const board = useDraftBoard(slug);
  usePageTitle(t('title'));
  return (
    <section className={organize.section} aria-label={t('title')}>
      <div className={organize.head}>
        <h1>{t('title')}</h1>
      </div>
      <Loaded queries={[last, board]}>
        {() => board.data!.rooms.length === 0 ? (
          <EmptyState icon="place" title={t('noRooms.title')} actions={<LinkButton href={`/${slug}/organize/cities`}>{t('noRooms.action')}</LinkButton>}>{t('noRooms.text')}</EmptyState>
        ) : (
          <PlanDesk slug={slug} board={board.data!} run={last.data!.run} />
        )}
      </Loaded>
    </section>
  );
}

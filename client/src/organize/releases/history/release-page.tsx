import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import type { ReleaseDetails } from '@contract/agenda-requests.js';
import type { ReleaseComparison } from '@contract/releases.js';
import NotFoundPage from '../../../app/not-found-page.js';
import { usePageTitle } from '../../../app/use-page-title.js';
import { useLiveAgenda } from '../../../live/live-agenda.js';
import { Button } from '../../../ui/button.js';
import { LinkButton } from '../../../ui/link-button.js';
import { Time } from '../../../ui/time.js';
import { useFormat } from '../../../ui/use-format.js';
import { Loaded } from '../../loaded.js';
import organize from '../../organize.module.css';
import { useOrganize } from '../../use-organize.js';
import { ChangeList } from '../changes/change-list.js';
import { Changelog } from '../changes/changelog.js';
import { groupChanges } from '../changes/group-changes.js';
import { useNaming } from '../changes/use-naming.js';
import styles from '../releases.module.css';
import { useComparison, useRelease } from '../use-releases.js';
import { ReleaseCounts } from './release-counts.js';
import { RestoreDialog } from './restore-dialog.js';

export default function ReleasePage() {
  const { number = '' } = useParams();
  return /^[1-9]\d{0,9}$/.test(number) ? <Wanted key={number} number={Number(number)} /> : <NotFoundPage />;
}

function Wanted({ number }: { number: number }) {
  const { slug } = useOrganize();
  const release = useRelease(slug, number);
  // the release's own facts hold no names of what it moved or withdrew
  const before = useComparison(slug, number === 1 ? null : number - 1, number);
  return <Loaded queries={number === 1 ? [release] : [release, before]}>{() => <Shown slug={slug} release={release.data!} names={before.data?.names} />}</Loaded>;
}

/** A release with all that it changed; straight after it was made, what that means. */
function Shown({ slug, release, names }: { slug: string; release: ReleaseDetails; names: ReleaseComparison['names'] | undefined }) {
  const { t } = useTranslation('releases');
  const format = useFormat();
  const { isOrganizer } = useOrganize();
  const { agenda: { conference } } = useLiveAgenda();
  const state = useLocation().state as { told?: number } | null;
  const naming = useNaming(names);
  const grouped = useMemo(() => groupChanges(release.changes), [release.changes]);
  const [restoring, setRestoring] = useState(false);
  const title = t('history.named', { number: format.number(release.number) });
  usePageTitle(title);
  return (
    <>
      <Link to={`/${slug}/organize/releases`}>{t('history.all')}</Link>
      <header className={organize.section}>
        <div className={organize.head}>
          <h1>{title}</h1>
          <div className={organize.buttons}>
            <LinkButton href={`/${slug}/organize/releases/compare?from=${release.number}&to=draft`}>{t('compare.withDraft')}</LinkButton>
            {isOrganizer && <Button icon="undo" onPress={() => setRestoring(true)}>{t('restore.action')}</Button>}
          </div>
        </div>
        {state?.told !== undefined && (
          <div className={styles.done} role="status">
            <p>{t('done.text')} {t('done.told', { count: state.told, formatted: format.number(state.told) })}</p>
            <LinkButton href={`/${slug}/agenda`}>{t('done.agenda')}</LinkButton>
          </div>
        )}
        <p className={organize.facts}>
          <Time instant={Date.parse(release.at)} zone={conference.zone} withDay /> · <ReleaseCounts counts={release.counts} />
        </p>
        {release.note !== '' && <blockquote className={styles.note}><bdi>{release.note}</bdi></blockquote>}
      </header>
      <section className={organize.section}>
        <h2>{t('history.changes')}</h2>
        <ChangeList grouped={grouped} naming={naming} />
      </section>
      <Changelog release={release} grouped={grouped} naming={naming} />
      {restoring && <RestoreDialog slug={slug} number={release.number} onClose={() => setRestoring(false)} />}
    </>
  );
}

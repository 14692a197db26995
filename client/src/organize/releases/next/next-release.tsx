import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board } from '@contract/board.js';
import type { ReleasePreview } from '@contract/releases.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { LinkButton } from '../../../ui/link-button.js';
import { indexBoard } from '../../board/model/board-index.js';
import { readBoard } from '../../board/store/board-requests.js';
import { Loaded } from '../../loaded.js';
import organize from '../../organize.module.css';
import { ChangeList } from '../changes/change-list.js';
import { groupChanges } from '../changes/group-changes.js';
import { useNaming } from '../changes/use-naming.js';
import styles from '../releases.module.css';
import { useFollowedDraft } from '../use-followed-draft.js';
import { usePreview } from '../use-releases.js';
import { DraftFindings } from './draft-findings.js';
import { ReleaseForm } from './release-form.js';
import { SpeakersTold } from './speakers-told.js';

/** What a release of the draft would change, what stands in its way, whom it concerns; and the release itself. */
export function NextRelease({ slug }: { slug: string }) {
  const { t } = useTranslation('releases');
  const preview = usePreview(slug);
  useFollowedDraft(slug);
  // the findings' sentences, and the slots that waivers are written to
  const board = useQuery({ queryKey: ['organize', slug, 'board'], queryFn: async () => await readBoard(slug) });
  return (
    <section className={organize.section} aria-label={t('next.title')}>
      <h2>{t('next.title')}</h2>
      {/* what is there stays where reading it anew fails, and with it what is being written */}
      <Loaded queries={[preview, board].filter(({ data }) => data === undefined)}>
        {() => {
          const seen = preview.data!;
          if (seen.changes.length > 0) return <Planned slug={slug} preview={seen} board={board.data!} />;
          return (
            <EmptyState icon="check" title={t('next.same')} heading="h3" actions={<LinkButton href={`/${slug}/organize/board`}>{t('next.toBoard')}</LinkButton>}>
              {t('next.sameText')}
            </EmptyState>
          );
        }}
      </Loaded>
    </section>
  );
}

function Planned({ slug, preview, board }: { slug: string; preview: ReleasePreview; board: Board }) {
  const naming = useNaming(preview.names);
  const index = useMemo(() => indexBoard(board), [board]);
  const grouped = useMemo(() => groupChanges(preview.changes), [preview.changes]);
  return (
    <div className={styles.next}>
      <div className={styles.column}>
        <DraftFindings slug={slug} preview={preview} index={index} />
        <ChangeList grouped={grouped} naming={naming} />
      </div>
      <div className={`${styles.column} ${styles.aside}`}>
        <ReleaseForm slug={slug} preview={preview} />
        <SpeakersTold speakers={preview.speakers} />
      </div>
    </div>
  );
}

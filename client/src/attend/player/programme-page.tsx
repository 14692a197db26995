import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useNow } from '../../app/use-now.js';
import { usePageTitle } from '../../app/use-page-title.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { EmptyState } from '../../ui/empty-state.js';
import { LinkButton } from '../../ui/link-button.js';
import { channelAt, programmeOf } from './channel-moment.js';
import { PlayerFrame } from './player-frame.js';
import styles from './programme-page.module.css';
import { Stages } from './stages.js';

const TICK = 10_000;

/** The conference's own channel, which goes from stage to stage, and the stages themselves. */
export default function ProgrammePage() {
  const { t } = useTranslation('player');
  const { slug = '' } = useParams();
  const { agenda, index } = useLiveAgenda();
  const now = useNow(TICK);
  const channel = programmeOf(agenda.channels);
  usePageTitle(t('programme'), agenda.conference.title);
  if (channel === null) {
    return (
      <EmptyState icon="video" heading="h1" title={t('noProgramme')} actions={<LinkButton href={`/${slug}/agenda`}>{t('toAgenda')}</LinkButton>}>
        {t('noProgrammeText')}
      </EmptyState>
    );
  }
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('programme')}</h1>
      <PlayerFrame key={channel.id} slug={slug} channel={channel} moment={channelAt(channel, agenda.channels, index, now)} title={t('programmeOf', { conference: agenda.conference.title })} now={now} />
      <Stages now={now} />
    </div>
  );
}

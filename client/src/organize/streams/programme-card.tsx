import { useTranslation } from 'react-i18next';
import type { ChannelDetails } from '@contract/streams.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import organize from '../organize.module.css';
import { ChannelFacts } from './channel-facts.js';
import { ChannelHead } from './channel-head.js';

/** The conference's own channel. */
export function ProgrammeCard({ channel }: { channel: ChannelDetails }) {
  const { t } = useTranslation('streams');
  const { agenda } = useLiveAgenda();
  const name = t('programme.name');
  const { onAirChannelId } = agenda.channels[channel.id] ?? channel;
  const roomId = onAirChannelId === null ? null : (agenda.channels[onAirChannelId]?.roomId ?? null);
  const stage = roomId === null ? undefined : agenda.rooms[roomId]?.name;
  return (
    <article className={organize.venue} aria-label={name}>
      <ChannelHead channel={channel} name={name} removal={{ title: t('programme.removeTitle'), text: t('programme.removeText'), done: t('stage.removed', { name }) }} />
      <p className={organize.facts}>{t('programme.text')} {stage === undefined ? t('programme.showsNone') : t('programme.shows', { stage })}.</p>
      <ChannelFacts channel={channel} />
    </article>
  );
}

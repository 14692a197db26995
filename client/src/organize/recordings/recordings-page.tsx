import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../app/use-page-title.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { EmptyState } from '../../ui/empty-state.js';
import { LinkButton } from '../../ui/link-button.js';
import { useFormat } from '../../ui/use-format.js';
import { Loaded } from '../loaded.js';
import organize from '../organize.module.css';
import { useOrganize } from '../use-organize.js';
import { RecordingCard } from './recording-card.js';
import { RecordingRules } from './recording-rules.js';
import { sizeWords } from './size-words.js';
import { useRecordings } from './use-recordings.js';

/** What was recorded, and what is to be. */
export default function RecordingsPage() {
  const { t } = useTranslation('recordings');
  const { slug } = useOrganize();
  const { agenda, index } = useLiveAgenda();
  const format = useFormat();
  const recordings = useRecordings(slug);
  usePageTitle(t('title'), agenda.conference.title);
  return (
    <Loaded queries={[recordings]}>
      {() => {
        const { items = [], rules, storage } = recordings.data ?? {};
        const used = sizeWords(storage?.bytes ?? 0, format.locale);
        return (
          <section className={organize.section} aria-label={t('title')}>
            <div className={organize.head}>
              <h1>{t('title')}</h1>
            </div>
            <p className={organize.facts}>
              {t('lead')} {storage?.limit == null ? t('storage', { used }) : t('storageOf', { used, limit: sizeWords(storage.limit, format.locale) })}
            </p>
            {items.length === 0 && <EmptyState icon="video" title={t('empty.title')} actions={<LinkButton href={`/${slug}/organize/streams`}>{t('empty.toStreams')}</LinkButton>}>{t('empty.text')}</EmptyState>}
            {items.map((recording) => {
              const roomId = agenda.channels[recording.channelId]?.roomId;
              const place = index.rooms.find(({ room }) => room.id === roomId);
              return (
                <RecordingCard
                  key={recording.id}
                  slug={slug}
                  recording={recording}
                  zone={place?.city.zone ?? agenda.conference.zone}
                  place={place === undefined ? '' : `${place.room.name}, ${place.city.name}`}
                />
              );
            })}
            {rules !== undefined && <RecordingRules slug={slug} rules={rules} />}
          </section>
        );
      }}
    </Loaded>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoomDetails, Uplink } from '@contract/place.js';
import { usePageTitle } from '../../app/use-page-title.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { LinkButton } from '../../ui/link-button.js';
import { showToast } from '../../ui/toasts.js';
import type { FieldSpec } from '../fields/field-spec.js';
import { FormDialog } from '../form-dialog.js';
import { Loaded } from '../loaded.js';
import organize from '../organize.module.css';
import { useRows } from '../rows.js';
import { useOrganize } from '../use-organize.js';
import { channelFields } from './channel-fields.js';
import { ProgrammeCard } from './programme-card.js';
import { StageCard } from './stage-card.js';
import { useChannels, useChannelWrites } from './use-channels.js';
import { useFigures } from './use-figures.js';

/** What the conference sends: its programme, and its stages with their inputs. */
export default function StreamsPage() {
  const { t } = useTranslation('streams');
  const { t: tOrganize } = useTranslation('organize');
  const { slug, isOrganizer } = useOrganize();
  const { index } = useLiveAgenda();
  const channels = useChannels(slug);
  const rooms = useRows<RoomDetails>(slug, 'rooms');
  const uplinks = useRows<Uplink>(slug, 'uplinks');
  const writes = useChannelWrites(slug);
  const figures = useFigures(slug);
  const [adding, setAdding] = useState<'stage' | 'programme' | null>(null);
  usePageTitle(t('title'));

  const held = channels.data ?? [];
  const programme = held.find(({ kind }) => kind === 'programme');
  const stages = held.flatMap((channel) => {
    const place = index.rooms.find(({ room }) => room.id === channel.roomId);
    return place === undefined ? [] : [{ channel, place }];
  });
  const own = new Set((rooms.data ?? []).map(({ id }) => id));
  const free = index.rooms.filter(({ room }) => own.has(room.id) && !held.some(({ roomId }) => roomId === room.id));
  const several = new Set(free.map(({ city }) => city.id)).size > 1;
  const stageFields = (): FieldSpec[] => [
    { kind: 'choice', name: 'roomId', label: t('stage.room'), choices: free.map(({ room, city }) => ({ value: room.id, label: several ? `${room.name} · ${city.name}` : room.name })) },
    ...channelFields(t, 'stage'),
  ];
  const blank = { roomId: free.length === 1 ? (free[0]?.room.id ?? null) : null, access: 'registered', languages: [], slides: false };

  return (
    <Loaded queries={[channels, rooms, uplinks]}>
      {() => (
        <section className={organize.section} aria-label={t('title')}>
          <div className={organize.head}>
            <h1>{t('title')}</h1>
            <div className={organize.buttons}>
              {isOrganizer && programme === undefined && <Button icon="plus" onPress={() => setAdding('programme')}>{t('programme.add')}</Button>}
              {free.length > 0 && <Button icon="plus" look="strong" onPress={() => setAdding('stage')}>{t('stage.add')}</Button>}
            </div>
          </div>
          <p className={organize.facts}>{t('lead')}</p>
          {programme !== undefined && <ProgrammeCard channel={programme} />}
          {stages.map(({ channel, place }) => (
            <StageCard key={channel.id} channel={channel} place={place} figures={figures} uplinks={(uplinks.data ?? []).filter(({ venueId }) => venueId === place.venue.id)} />
          ))}
          {stages.length === 0 && (own.size === 0 ? (
            <EmptyState icon="video" title={t('empty.title')} actions={<LinkButton href={`/${slug}/organize/cities`}>{t('empty.toCities')}</LinkButton>}>{t('empty.noRooms')}</EmptyState>
          ) : (
            <EmptyState icon="video" title={t('empty.title')}>{t('empty.text')}</EmptyState>
          ))}
          {adding !== null && (
            <FormDialog
              title={t(`${adding}.add`)}
              fields={adding === 'stage' ? stageFields : () => channelFields(t, 'programme')}
              initial={blank}
              submitLabel={t(`${adding}.add`)}
              onClose={() => setAdding(null)}
              onSubmit={async (values) => {
                await writes.send('POST', '', { ...values, kind: adding });
                const name = index.rooms.find(({ room }) => room.id === values['roomId'])?.room.name ?? t('programme.name');
                showToast(tOrganize('undo.added', { name }));
              }}
            />
          )}
        </section>
      )}
    </Loaded>
  );
}

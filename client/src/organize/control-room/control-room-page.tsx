import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunOfShow as Show, StreamEvents } from '@contract/streams.js';
import { askApi } from '../../account/ask-api.js';
import { storedValue } from '../../app/stored-value.js';
import { useNow } from '../../app/use-now.js';
import { usePageTitle } from '../../app/use-page-title.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Icon } from '../../ui/icon.js';
import { IconButton } from '../../ui/icon-button.js';
import { LinkButton } from '../../ui/link-button.js';
import { ToggleGroup } from '../../ui/toggle-group.js';
import { roomsNow } from '../live-day/room-moments.js';
import { Loaded } from '../loaded.js';
import organize from '../organize.module.css';
import { useChannels } from '../streams/use-channels.js';
import { useOrganize } from '../use-organize.js';
import { soundAlarm } from './alarm.js';
import { AlertList } from './alert-list.js';
import { EventLog } from './event-log.js';
import { alertsOf } from './model/alerts.js';
import { showNow } from './model/show.js';
import { STALE, stageView, type StageView } from './model/stage-view.js';
import { ProgrammePanel } from './programme-panel.js';
import { RunOfShow } from './run-of-show.js';
import { useDirecting } from './use-directing.js';
import { useKeys } from './use-keys.js';
import { eventsKey, showKey, useLine } from './use-line.js';
import { Wall } from './wall.js';
import styles from './wall.module.css';

const HelpDialog = lazy(async () => ({ default: (await import('./help-dialog.js')).HelpDialog }));

/** Off until it is wanted: somebody may be in the hall. */
const sound = storedValue('meridian.control-room.sound');
const LETTERS = { a: 'automatic', p: 'primary', b: 'backup', s: 'slate' } as const;

/** Every stage with its two paths, the programme, and what happened: from here the day is directed. */
export default function ControlRoomPage() {
  const { t } = useTranslation('controlRoom');
  const { slug, isOrganizer } = useOrganize();
  const { agenda, index } = useLiveAgenda();
  const now = useNow(TICK);
  const base = `/api/conferences/${encodeURIComponent(slug)}`;
  const channels = useChannels(slug);
  const events = useQuery({ queryKey: eventsKey(slug), queryFn: async () => (await askApi<StreamEvents>('GET', `${base}/stream-events`)).items });
  const show = useQuery({ queryKey: showKey(slug), queryFn: async () => (await askApi<Show>('GET', `${base}/programme/run-of-show`)).items });
  const held = channels.data ?? [];
  const line = useLine(slug, held.length);
  const directing = useDirecting(slug);
  const soundWish = useSyncExternalStore(sound.subscribe, sound.read);
  const [isHelping, setIsHelping] = useState(false);
  const wall = useRef<HTMLDivElement>(null);
  usePageTitle(t('title'), agenda.conference.title);

  const placed = held.flatMap((channel) => {
    const place = index.rooms.find(({ room }) => room.id === channel.roomId);
    return place === undefined ? [] : [{ channel, place }];
  });
  const stages = placed.map(({ channel, place }, position) =>
    stageView(channel, place, position + 1, { state: agenda.channels[channel.id]?.state ?? channel.state, heard: line.heard.get(channel.id), now }));
  const programme = Object.values(agenda.channels).find(({ kind }) => kind === 'programme');
  const inProgramme = programme?.onAirChannelId ?? null;
  const items = show.data ?? [];

  const placeOf = (channelId: string | null): { name: string; zone: string } => {
    const roomId = channelId === null ? null : (agenda.channels[channelId]?.roomId ?? null);
    const place = index.rooms.find(({ room }) => room.id === roomId);
    return place === undefined ? { name: t('programme.slate'), zone: agenda.conference.zone } : { name: place.room.name, zone: place.city.zone };
  };
  const choose = (stage: StageView, choice: StageView['choice']): void => directing.switchStage({ id: stage.id, name: stage.place.room.name, choice: stage.choice }, choice);
  const handOver = isOrganizer && programme !== undefined ? (stage: StageView): void => directing.handOver({ id: stage.id, name: stage.place.room.name }, inProgramme) : undefined;
  const onKeyDown = useKeys(wall, {
    onHelp: () => setIsHelping(true),
    onLetter: (id, letter) => {
      const stage = stages.find((one) => one.id === id);
      if (stage === undefined) return;
      if (letter === 'h') handOver?.(stage);
      else choose(stage, LETTERS[letter]);
    },
  });
  const heardAt = Math.max(0, ...[...line.heard.values()].map(({ at }) => at));
  const programmeFigures = programme === undefined ? undefined : line.heard.get(programme.id);

  return (
    <Loaded queries={[channels, events, show]}>
      {() => (
        <section className={organize.section} aria-label={t('title')}>
          <div className={organize.head}>
            <h1>{t('title')}</h1>
            {stages.length > 0 && (
              <div className={organize.buttons}>
                <ToggleGroup label={t('sound.label')} value={soundWish === 'on' ? 'on' : 'off'} onChange={(wish) => sound.write(wish)} options={[{ key: 'off', label: t('sound.off') }, { key: 'on', label: t('sound.on'), icon: 'bell' }]} />
                <IconButton icon="help" label={t('help.title')} onPress={() => setIsHelping(true)} />
              </div>
            )}
          </div>
          {stages.length > 0 && <Notice line={line.state} isHeard={now - Math.max(heardAt, line.since) <= STALE} everHeard={heardAt > 0} />}
          <AlertList alerts={alertsOf(stages)} onSound={soundWish === 'on' ? soundAlarm : undefined} />
          {stages.length === 0 ? (
            <EmptyState icon="video" title={t('empty.title')} actions={<LinkButton href={`/${slug}/organize/streams`}>{t('empty.toStreams')}</LinkButton>}>{t('empty.text')}</EmptyState>
          ) : (
            <div className={styles.room}>
              <div className={styles.main}>
                {programme !== undefined && (
                  <ProgrammePanel
                    programme={programme}
                    stage={stages.find(({ id }) => id === inProgramme) ?? null}
                    shows={inProgramme === null ? null : placeOf(inProgramme).name}
                    viewers={programmeFigures === undefined || now - programmeFigures.at > STALE ? null : programmeFigures.figures.viewers}
                    show={showNow(items, now + TICK)}
                    placeOf={placeOf}
                    now={now}
                    onSlate={isOrganizer ? () => directing.handOver(null, inProgramme) : undefined}
                  />
                )}
                <Wall
                  wall={wall} stages={stages} moments={roomsNow(index, now, null)} events={events.data ?? []} inProgramme={inProgramme} now={now}
                  onChoose={choose} onHandOver={handOver} onKeyDown={onKeyDown}
                />
              </div>
              <div className={styles.side}>
                {programme !== undefined && (
                  <RunOfShow
                    items={items} now={now + TICK} placeOf={placeOf} zone={agenda.conference.zone} plan={isOrganizer ? directing.plan : undefined}
                    stages={stages.map(({ id, place: { room, city } }) => ({ id, name: `${room.name} · ${city.name}` }))}
                  />
                )}
                <EventLog events={events.data ?? []} zone={agenda.conference.zone} />
              </div>
            </div>
          )}
          {isHelping && (
            <Suspense>
              <HelpDialog hands={handOver !== undefined} onClose={() => setIsHelping(false)} />
            </Suspense>
          )}
        </section>
      )}
    </Loaded>
  );
}

/** Milliseconds by which the page's clock is behind at most: what was handed over just now is no longer to come. */
const TICK = 1_000;

/** What keeps the wall from showing what is now. */
function Notice({ line, isHeard, everHeard }: { line: ReturnType<typeof useLine>['state']; isHeard: boolean; everHeard: boolean }) {
  const { t } = useTranslation('controlRoom');
  const words = line === 'lost' ? t('notice.lost') : line === 'connecting' ? t('notice.connecting') : isHeard ? null : everHeard ? t('notice.quiet') : t('notice.nobody');
  return <div role="status">{words !== null && <p className={styles.notice}><Icon name={line === 'connecting' ? 'clock' : 'alert'} /><span>{words}</span></p>}</div>;
}

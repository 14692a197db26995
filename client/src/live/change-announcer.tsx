import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agenda } from '@contract/agenda.js';
import type { Revision } from '@contract/changes.js';
import { useZone } from '../app/zone.js';
import { type Format } from '../ui/format.js';
import { useFormat } from '../ui/use-format.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import { useHeldAgenda } from './agenda-state.js';
import { type Announced, announcementsOf } from './announcement.js';

/** Milliseconds in which changes are gathered into one announcement, so that a burst does not talk over itself. */
const GATHERED = 1_000;
/** More sessions than this are counted, not named. */
const NAMED = 3;

/** Says in words what changed, to screen readers, when they are done with what they were saying. */
export function ChangeAnnouncer() {
  const { t } = useTranslation('agenda');
  const { store } = useHeldAgenda();
  const { zoneFor } = useZone();
  const format = useFormat();
  const [words, setWords] = useState('');
  const gathered = useRef<{ revisions: Revision[]; before: Agenda; after: Agenda } | null>(null);

  const describe = (announced: Announced, agenda: Agenda): string => {
    const { session, code, title } = announced;
    const room = session === null ? undefined : agenda.rooms[session.roomId];
    const city = room === undefined ? undefined : agenda.cities[agenda.venues[room.venueId]?.cityId ?? ''];
    const instant = session === null ? 0 : Date.parse(code === 'extended' ? session.endsAt : session.startsAt);
    return t(`announce.${code}`, {
      title,
      time: session === null ? '' : timeInWords(instant, zoneFor(city?.zone ?? 'UTC'), format),
      place: t('placeIn', { room: room?.name ?? '', city: city?.name ?? '' }),
    });
  };
  const announce = useRef<() => void>(() => undefined);
  announce.current = () => {
    const held = gathered.current;
    gathered.current = null;
    if (held === null) return;
    const all = announcementsOf(held.revisions, held.after, (id) => held.before.sessions[id]?.title);
    if (all.length === 0) return;
    const list = format.list(all.slice(0, NAMED).map((announced) => describe(announced, held.after)));
    setWords(t(all.length > NAMED ? 'announce.many' : 'announce.some', { count: all.length, formatted: format.number(all.length), list }));
  };

  useEffect(() => {
    if (store === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const forget = store.onRevisions((revisions, before, after) => {
      const held = gathered.current;
      gathered.current = { revisions: [...(held?.revisions ?? []), ...revisions], before: held?.before ?? before, after };
      clearTimeout(timer);
      timer = setTimeout(() => announce.current(), GATHERED);
    });
    return () => {
      forget();
      clearTimeout(timer);
    };
  }, [store]);

  return (
    <VisuallyHidden>
      <span role="status" data-testid="announcements">
        {words}
      </span>
    </VisuallyHidden>
  );
}

const timeInWords = (instant: number, zone: string, format: Format): string => `${format.time(instant, zone)} ${format.zoneName(zone, instant)}`;

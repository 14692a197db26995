import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useZone } from '../../app/zone.js';
import { useFormat } from '../../ui/use-format.js';
import type { IndexedSession } from '../agenda-index.js';

/** What stands about a session beside its times. */
export interface Marks {
  on: boolean;
  changed: boolean;
  bookmarked: boolean;
}

/** What blocks say, in the page's language and the chosen zone. One object until either changes, so that blocks stay memoized. */
export interface BlockWords {
  live: string;
  cancelled: string;
  changed: string;
  starts: (entry: IndexedSession) => string;
  time: (entry: IndexedSession) => string;
  /** All that a listener needs, since the block's place says nothing to them. */
  label: (entry: IndexedSession, marks: Marks) => string;
}

export function useBlockWords(): BlockWords {
  const { t } = useTranslation(['grid', 'common']);
  const format = useFormat();
  const { zoneFor } = useZone();
  return useMemo((): BlockWords => {
    const live = t('status.live', { ns: 'common' });
    const cancelled = t('status.cancelled', { ns: 'common' });
    const changed = t('status.changed', { ns: 'common' });
    const time = (entry: IndexedSession): string => format.timeRange(entry.start, entry.end, zoneFor(entry.city.zone));
    return {
      live, cancelled, changed, time,
      starts: (entry) => format.time(entry.start, zoneFor(entry.city.zone)),
      label: (entry, marks) => {
        const zone = format.zoneName(zoneFor(entry.city.zone), entry.start);
        const place = t('block.label', { title: entry.session.title, time: time(entry), zone, room: entry.room.name, city: entry.city.name });
        const said = [
          entry.session.status === 'cancelled' && cancelled, marks.on && live, marks.changed && changed, marks.bookmarked && t('block.bookmarked'),
        ];
        return [place, ...said.filter((word) => word !== false)].join('. ');
      },
    };
  }, [t, format, zoneFor]);
}

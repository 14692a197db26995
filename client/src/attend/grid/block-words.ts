import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useZone } from '../../app/zone.js';
import { useFormat } from '../../ui/use-format.js';
import type { IndexedSession } from '../agenda-index.js';

/** What a block has to say in words, as its look and place say nothing to those who listen. */
export interface Untold {
  /** Its time has no room in the block. */
  time: boolean;
  cancelled: boolean;
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
  /** What stands after the visible words in the block's name: zone, place and marks. */
  untold: (entry: IndexedSession, untold: Untold) => string;
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
      untold: (entry, untold) => {
        const zone = format.zoneName(zoneFor(entry.city.zone), entry.start);
        const said = [
          untold.time && time(entry), zone, t('block.place', { room: entry.room.name, city: entry.city.name }),
          untold.cancelled && cancelled, untold.on && live, untold.changed && changed, untold.bookmarked && t('block.bookmarked'),
        ];
        return said.filter((word) => word !== false).join('. ');
      },
    };
  }, [t, format, zoneFor]);
}

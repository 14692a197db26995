import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/use-format.js';
import type { BlockWords } from './block-context.js';

/** What blocks say, in the page's language: one object until that changes, so that blocks stay memoized. */
export function useBlockWords(): BlockWords {
  const { t } = useTranslation('board');
  const format = useFormat();
  return useMemo((): BlockWords => ({
    closed: t('room.closed'),
    time: ({ at }, zone, short) => (at === null ? '' : short ? format.time(at.start, zone) : format.timeRange(at.start, at.end, zone)),
    satelliteWindow: ({ startsAt, endsAt }, zone) => t('room.satelliteWindow', { time: format.timeRange(startsAt, endsAt, zone), zone: format.zoneName(zone, startsAt) }),
    untold: ({ session, at }, zone, severity) => {
      const marks = [
        at === null ? '' : `${format.shortDay(at.start, zone)} ${format.timeRange(at.start, at.end, zone)} ${format.zoneName(zone, at.start)}`,
        severity === null ? '' : t(`marks.${severity}`),
        session.slot?.waiver == null ? '' : t('marks.waived'),
        session.slot?.anchor === 'fixed' ? t('marks.fixed') : '',
        session.sentBy === 'satellite' ? t('marks.satellite') : '',
        session.slot?.cancelled === true ? t('marks.cancelled') : '',
      ];
      return `, ${marks.filter(Boolean).join(', ')}`;
    },
  }), [t, format]);
}

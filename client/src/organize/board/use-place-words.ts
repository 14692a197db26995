import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.js';
import type { BoardIndex, PlacedAt } from './model/board-index.js';

/** A place in words: day and time on its city's clock, zone, room. */
export function usePlaceWords({ placeOf, board }: BoardIndex): (at: PlacedAt) => string {
  const { t } = useTranslation('board');
  const format = useFormat();
  return (at) => {
    const place = placeOf.get(at.roomId);
    const zone = place?.city.zone ?? board.conference.zone;
    const time = `${format.shortDay(at.start, zone)}, ${format.timeRange(at.start, at.end, zone)} ${format.zoneName(zone, at.start)}`;
    return t('carry.place', { time, room: place?.room.name ?? '' });
  };
}

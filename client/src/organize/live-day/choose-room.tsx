import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoomId } from '@contract/ids.js';
import { rankRooms } from '@rules/ripple/rank-rooms.js';
import type { IndexedSession } from '../../attend/agenda-index.js';
import { Badge } from '../../ui/badge.js';
import { useFormat } from '../../ui/use-format.js';
import { ChoiceList } from './choice-list.js';
import { useDesk } from './desk.js';

const MOST = 20;

/** The other rooms at the time that the session has, the best first, with what speaks against each. */
export function ChooseRoom({ entry, onChoose }: { entry: IndexedSession; onChoose: (roomId: RoomId) => void }) {
  const { t } = useTranslation('liveDay');
  const format = useFormat();
  const { day, index } = useDesk();
  const [chosen, setChosen] = useState<RoomId | null>(null);
  const ranked = useMemo(() => {
    const slot = day.published.get(entry.session.id);
    return slot === undefined ? [] : rankRooms(day, entry.session.id, slot).slice(0, MOST);
  }, [day, entry.session.id]);
  const places = useMemo(() => new Map(index.rooms.map((place) => [place.room.id, place])), [index]);
  return (
    <ChoiceList
      label={t('roomsByFit')}
      value={chosen}
      onChoose={(key) => {
        setChosen(key as RoomId);
        onChoose(key as RoomId);
      }}
      choices={ranked.map(({ roomId, fits, isFree, isSmaller, lacks }) => {
        const place = places.get(roomId);
        const capacity = place?.room.capacity ?? null;
        return {
          key: roomId,
          words: <><bdi>{place?.room.name}</bdi> · <bdi>{place?.city.name}</bdi></>,
          facts: (
            <>
              <Badge tone={fits ? 'ok' : 'warn'} icon={fits ? 'check' : 'alert'}>{t(fits ? 'fit.fits' : isFree ? 'fit.free' : 'fit.taken')}</Badge>
              {capacity !== null && <span>{t('fit.holds', { count: capacity, formatted: format.number(capacity) })}</span>}
              {isSmaller && <span>{t('fit.small')}</span>}
              {lacks.length > 0 && <span>{t('fit.lacks', { things: format.list(lacks) })}</span>}
            </>
          ),
        };
      })}
    />
  );
}

import { useTranslation } from 'react-i18next';
import { CityClock } from '../../attend/now/city-clock.js';
import { EmptyState } from '../../ui/empty-state.js';
import type { ChangeSubject } from './change-kinds.js';
import styles from './live-day.module.css';
import { RoomCard } from './room-card.js';
import type { RoomNow } from './room-moments.js';

/** The rooms of each city, under the city's clock. */
export function CityRooms({ rooms, now, onChange }: { rooms: readonly RoomNow[]; now: number; onChange: (subject: ChangeSubject) => void }) {
  const { t } = useTranslation('liveDay');
  if (rooms.length === 0) return <EmptyState icon="now" title={t('none')}>{t('noneText')}</EmptyState>;
  const cities = [...new Map(rooms.map(({ place }) => [place.city.id, place.city])).values()];
  return cities.map((city) => (
    <section key={city.id} className={styles.city} aria-label={city.name}>
      <header className={styles.cityHead}>
        <h2><bdi>{city.name}</bdi></h2>
        <CityClock zone={city.zone} now={now} />
      </header>
      <div className={styles.cards}>
        {rooms.filter(({ place }) => place.city.id === city.id).map((room) => (
          <RoomCard
            key={room.place.room.id}
            room={room}
            now={now}
            onChange={(entry, kind) => onChange({ about: 'session', entry, kind })}
            onLost={() => onChange({ about: 'room', roomId: room.place.room.id, roomName: room.place.room.name })}
          />
        ))}
      </div>
    </section>
  ));
}

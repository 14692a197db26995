import { type RefObject, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { StreamEvent } from '@contract/streams.js';
import { Time } from '../../ui/time.js';
import type { RoomNow } from '../live-day/room-moments.js';
import type { StageView } from './model/stage-view.js';
import { StageTile } from './stage-tile.js';
import styles from './wall.module.css';

interface Props {
  wall: RefObject<HTMLDivElement | null>;
  stages: readonly StageView[];
  moments: readonly RoomNow[];
  events: readonly StreamEvent[];
  /** The stage that the programme shows. */
  inProgramme: string | null;
  onChoose: (stage: StageView, choice: StageView['choice']) => void;
  /** Undefined where the reader hands nothing over. */
  onHandOver: ((stage: StageView) => void) | undefined;
  onKeyDown: (event: KeyboardEvent) => void;
  now: number;
}

/** All stages, city by city with what its clocks say. */
export function Wall({ wall, stages, moments, events, inProgramme, onChoose, onHandOver, onKeyDown, now }: Props) {
  const { t } = useTranslation('controlRoom');
  const [chosen, setChosen] = useState<string | null>(null);
  const first = stages.some(({ id }) => id === chosen) ? chosen : stages[0]?.id;
  const cities = [...new Map(stages.map(({ place: { city } }) => [city.id, city])).values()];
  return (
    <div ref={wall} className={styles.wall} onKeyDown={onKeyDown} role="group" aria-label={t('wall')}>
      {cities.map((city) => (
        <section key={city.id} className={styles.city} aria-label={city.name} data-alone={stages.filter(({ place }) => place.city.id === city.id).length === 1}>
          <header className={styles.cityHead}>
            <h2><bdi>{city.name}</bdi></h2>
            <Time instant={now} zone={city.zone} />
          </header>
          <div className={styles.tiles}>
            {stages.filter(({ place }) => place.city.id === city.id).map((stage) => (
              <StageTile
                key={stage.id}
                stage={stage}
                moment={moments.find(({ place }) => place.room.id === stage.place.room.id)}
                lastEvent={events.find(({ channelId }) => channelId === stage.id)}
                isInProgramme={inProgramme === stage.id}
                onHandOver={onHandOver === undefined ? undefined : () => onHandOver(stage)}
                onChoose={(choice) => onChoose(stage, choice)}
                isChosen={first === stage.id}
                onFocus={() => setChosen(stage.id)}
              />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

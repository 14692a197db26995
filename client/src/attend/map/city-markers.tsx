import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.js';
import type { CityMoment } from '../now/moments.js';
import type { Rect } from './place-labels.js';
import { StatusShape } from './status-shape.js';
import { type Heading, toward } from './toward.js';
import styles from './world-map.module.css';

/** A city where it stands on the map, in pixels. */
export interface PlacedCity {
  id: string;
  moment: CityMoment;
  x: number;
  y: number;
  /** What its clocks show. */
  time: string;
  /** Null where there is no room for it. */
  label: Rect | null;
}

interface Props {
  cities: readonly PlacedCity[];
  selectedId: string | null;
  changed: ReadonlySet<string>;
  onSelect: (cityId: string) => void;
}

const HEADINGS: Readonly<Record<string, Heading>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

/** One Tab stop; arrows lead to the city in their direction. */
export function CityMarkers({ cities, selectedId, changed, onSelect }: Props) {
  const { t } = useTranslation('map');
  const format = useFormat();
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const stop = cities.find((city) => city.id === focusedId) ?? cities.find((city) => city.id === selectedId) ?? cities[0];

  const onKeyDown = (event: KeyboardEvent, city: PlacedCity): void => {
    const heading = HEADINGS[event.key];
    if (heading === undefined) return;
    event.preventDefault();
    const next = toward(cities, city, heading);
    if (next !== null) buttons.current.get(next.id)?.focus();
  };

  return (
    <>
      {cities.map((city) => {
        const { moment, id } = city;
        const status = t(`status.${moment.status}`, { count: moment.onCount, formatted: format.number(moment.onCount) });
        return (
          <button
            key={id} type="button" tabIndex={city === stop ? 0 : -1} aria-pressed={id === selectedId}
            ref={(element) => {
              if (element === null) buttons.current.delete(id);
              else buttons.current.set(id, element);
            }}
            className={`${styles.marker} ${styles[moment.status]} ${id === selectedId ? styles.selected : ''}`}
            style={{ left: city.x, top: city.y }}
            title={`${moment.city.name}, ${city.time}`}
            aria-label={t('marker', { city: moment.city.name, time: city.time, status })}
            onClick={() => onSelect(id)} onFocus={() => setFocusedId(id)} onKeyDown={(event) => onKeyDown(event, city)}
          >
            <StatusShape status={moment.status} count={format.number(moment.onCount)} />
            {changed.has(id) && <span className={styles.changedDot} />}
          </button>
        );
      })}
      {cities.map(({ id, label, moment, time, x }) => label !== null && (
        <div
          key={id} aria-hidden="true" className={`${styles.label} ${label.x + label.width < x ? styles.labelBefore : ''}`}
          style={{ left: label.x, top: label.y, width: label.width, height: label.height }}
        >
          <bdi className={styles.labelName}>{moment.city.name}</bdi>
          <bdi className={styles.labelTime}>{time}</bdi>
        </div>
      ))}
    </>
  );
}

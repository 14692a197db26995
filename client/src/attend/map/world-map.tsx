import { geoGraticule10, geoPath } from 'd3-geo';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import landTopology from 'world-atlas/land-110m.json';
import { useFormat } from '../../ui/use-format.js';
import type { CityMoment } from '../now/moments.js';
import { CityMarkers, type PlacedCity } from './city-markers.js';
import { placeLabels } from './place-labels.js';
import { type MapExtent, projectionFor } from './projection.js';
import { nightCircle } from './sun.js';
import { textWidth } from './text-width.js';
import { useWidth } from './use-width.js';
import styles from './world-map.module.css';

interface Props {
  /** Cities that have a position. */
  moments: readonly PlacedMoment[];
  extent: MapExtent;
  /** Epoch milliseconds. */
  now: number;
  selectedId: string | null;
  /** Ids of cities with changes that were not looked at. */
  changed: ReadonlySet<string>;
  onSelect: (cityId: string) => void;
}

export type PlacedMoment = CityMoment & { longitude: number; latitude: number };

const topology = landTopology as unknown as Topology;
const land = feature(topology, topology.objects.land!);
const graticule = geoGraticule10();
const WANTED = { on: 1, soon: 2, later: 3, over: 4 } as const;

/** The world with the conference's cities: what is on where, and where it is night. Not mirrored in right-to-left: east stays right. */
export function WorldMap({ moments, extent, now, selectedId, changed, onSelect }: Props) {
  const { t } = useTranslation('map');
  const format = useFormat();
  const [width, box] = useWidth();
  const height = Math.round(Math.min(620, Math.max(240, width * 0.52)));

  const near = moments.find((moment) => moment.city.id === selectedId) ?? null;
  const projection = useMemo(
    () => projectionFor(moments, extent, near, { width, height }, Math.min(64, width / 12)),
    // the positions, and nothing else of what changes by the minute
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [moments.map((moment) => `${moment.longitude},${moment.latitude}`).join(' '), extent, near?.longitude, near?.latitude, width, height],
  );
  const ground = useMemo(() => {
    const path = geoPath(projection);
    return { sea: path({ type: 'Sphere' }) ?? '', lines: path(graticule) ?? '', land: path(land) ?? '' };
  }, [projection]);
  const night = useMemo(() => geoPath(projection)(nightCircle(now)) ?? '', [projection, now]);

  const cities = useMemo((): PlacedCity[] => {
    const dots = moments.map((moment) => {
      const [x = 0, y = 0] = projection([moment.longitude, moment.latitude]) ?? [];
      return { moment, id: moment.city.id, x, y, time: format.time(now, moment.city.zone) };
    });
    const labels = placeLabels(
      dots.map(({ moment, id, x, y, time }) => ({
        id, x, y, radius: 12, height: 32, width: Math.max(textWidth(moment.city.name, 13, 650), textWidth(time, 12, 500)) + 6,
        priority: id === selectedId ? 0 : WANTED[moment.status],
      })),
      { width, height },
    );
    return dots.map((dot) => ({ ...dot, label: labels.get(dot.id) ?? null }));
  }, [moments, projection, now, format, selectedId, width, height]);

  return (
    <div ref={box} className={styles.map} style={{ height }} role="group" aria-label={t('mapLabel')}>
      {width > 0 && (
        <>
          <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
            <path d={ground.sea} className={styles.sea} />
            <path d={ground.lines} className={styles.lines} />
            <path d={ground.land} className={styles.land} />
            <path d={night} className={styles.night} />
          </svg>
          <CityMarkers cities={cities} selectedId={selectedId} changed={changed} onSelect={onSelect} />
        </>
      )}
    </div>
  );
}

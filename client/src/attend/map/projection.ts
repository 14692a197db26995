import { geoNaturalEarth1, type GeoProjection } from 'd3-geo';
import { middleLongitude } from './middle-longitude.js';

/** Degrees. */
export interface Position {
  longitude: number;
  latitude: number;
}

export type MapExtent = 'cities' | 'world';

/** Degrees kept around each city, so that one city alone is not looked at through a microscope. */
const AROUND = { longitude: 7, latitude: 5 };

/** The map's projection, fitted to the cities or the whole world within `width` x `height` pixels, `margin` left free. */
export function projectionFor(cities: readonly Position[], extent: MapExtent, size: { width: number; height: number }, margin: number): GeoProjection {
  const projection = geoNaturalEarth1().rotate([-middleLongitude(cities.map((city) => city.longitude)), 0]);
  const shown = extent === 'world' || cities.length === 0 ? ({ type: 'Sphere' } as const) : surroundings(cities);
  const room = shown.type === 'Sphere' ? 4 : margin;
  return projection.fitExtent([[room, room], [size.width - room, size.height - room]], shown);
}

function surroundings(cities: readonly Position[]): { type: 'MultiPoint'; coordinates: [number, number][] } {
  const coordinates = cities.flatMap(({ longitude, latitude }): [number, number][] => [
    [longitude - AROUND.longitude, latitude], [longitude + AROUND.longitude, latitude],
    [longitude, Math.max(-85, latitude - AROUND.latitude)], [longitude, Math.min(85, latitude + AROUND.latitude)],
  ]);
  return { type: 'MultiPoint', coordinates };
}

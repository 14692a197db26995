import { geoNaturalEarth1, type GeoProjection } from 'd3-geo';
import { middleLongitude } from './middle-longitude.js';

/** Degrees. */
export interface Position {
  longitude: number;
  latitude: number;
}

/** All cities, the whole world, or what lies around one city. */
export type MapExtent = 'cities' | 'world' | 'near';

/** Degrees kept around each city, so that one city alone is not looked at through a microscope. */
const AROUND = { longitude: 7, latitude: 5 };

/** The map's projection, fitted to what is to be seen within `width` x `height` pixels, `margin` left free. */
export function projectionFor(
  cities: readonly Position[], extent: MapExtent, near: Position | null, size: { width: number; height: number }, margin: number,
): GeoProjection {
  if (extent === 'near' && near !== null) {
    return geoNaturalEarth1().rotate([-near.longitude, 0]).fitExtent([[0, 0], [size.width, size.height]], surroundings([near]));
  }
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

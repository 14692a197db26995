import { geoCircle, type GeoCircleGenerator } from 'd3-geo';

const DEGREE = Math.PI / 180;
/** Noon of 1 January 2000, from which astronomers count. */
const J2000 = Date.UTC(2000, 0, 1, 12);

/**
 * The point under the sun at an instant (epoch milliseconds), as `[longitude, latitude]` in degrees.
 * The low-precision formula of the Astronomical Almanac: right to about 0.01 degrees between 1950 and 2050.
 */
export function subsolarPoint(instant: number): [longitude: number, latitude: number] {
  const days = (instant - J2000) / 86_400_000;
  const meanLongitude = 280.46 + 0.9856474 * days;
  const anomaly = (357.528 + 0.9856003 * days) * DEGREE;
  const ecliptic = (meanLongitude + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly)) * DEGREE;
  const tilt = (23.439 - 0.0000004 * days) * DEGREE;
  const rightAscension = Math.atan2(Math.cos(tilt) * Math.sin(ecliptic), Math.cos(ecliptic)) / DEGREE;
  const declination = Math.asin(Math.sin(tilt) * Math.sin(ecliptic)) / DEGREE;
  const siderealDegrees = 280.46062 + 360.98564737 * days;
  return [turn(rightAscension - siderealDegrees), declination];
}

/** The half of the Earth where it is night, as a circle that d3 can draw. */
export function nightCircle(instant: number): ReturnType<GeoCircleGenerator> {
  const [longitude, latitude] = subsolarPoint(instant);
  return geoCircle().center([longitude + 180, -latitude]).radius(90)();
}

/** Degrees brought into [-180, 180). */
function turn(degrees: number): number {
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}

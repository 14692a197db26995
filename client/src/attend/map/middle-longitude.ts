/**
 * The longitude to turn a map to, so that its cut falls in the widest empty stretch between the cities: cities on both
 * sides of the Pacific then stand together. Degrees in [-180, 180); 0 without cities.
 */
export function middleLongitude(longitudes: readonly number[]): number {
  const sorted = [...longitudes].sort((a, b) => a - b);
  const first = sorted[0];
  if (first === undefined) return 0;
  let widest = { from: sorted.at(-1)!, width: first + 360 - sorted.at(-1)! };
  for (const [position, longitude] of sorted.slice(1).entries()) {
    const width = longitude - sorted[position]!;
    if (width > widest.width) widest = { from: sorted[position]!, width };
  }
  const cut = widest.from + widest.width / 2;
  return ((cut + 360) % 360) - 180;
}

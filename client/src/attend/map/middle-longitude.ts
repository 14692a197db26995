/** A map cut in the Pacific is what people know: another cut has to be twice as wide to be worth it. */
const FAMILIAR = 0.5;

/**
 * The longitude to turn a map to, so that its cut falls in a wide empty stretch between the cities: the one closest to
 * the Pacific among the widest. Cities on both sides of the date line then stand together where they have to.
 * Degrees in [-180, 180); 0 without cities.
 */
export function middleLongitude(longitudes: readonly number[]): number {
  const sorted = [...longitudes].sort((a, b) => a - b);
  if (sorted.length === 0) return 0;
  const gaps = sorted.map((from, position) => {
    const to = position + 1 < sorted.length ? sorted[position + 1]! : sorted[0]! + 360;
    return { middle: (from + to) / 2, width: to - from };
  });
  const widest = Math.max(...gaps.map((gap) => gap.width));
  const wide = gaps.filter((gap) => gap.width >= widest * FAMILIAR);
  const cut = wide.reduce((best, gap) => (fromPacific(gap.middle) < fromPacific(best.middle) ? gap : best)).middle;
  return ((cut + 720) % 360) - 180;
}

function fromPacific(longitude: number): number {
  return Math.abs(((longitude + 360) % 360) - 180);
}

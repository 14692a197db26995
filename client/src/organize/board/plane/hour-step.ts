/** How many hours apart the hours are named, so that their words have room. */
export function hourStep(hour: number, axis: 'across' | 'down'): number {
  const room = axis === 'across' ? 84 : 30;
  return [1, 2, 3, 4, 6].find((step) => step * hour >= room) ?? 12;
}

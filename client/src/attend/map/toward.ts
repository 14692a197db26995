interface Point {
  id: string;
  x: number;
  y: number;
}

export type Heading = 'left' | 'right' | 'up' | 'down';

const vectors: Record<Heading, [x: number, y: number]> = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };

/**
 * The point that an arrow key leads to: the closest one in the quarter of the plane that the arrow points into,
 * what lies aside counting twice. Null when there is none. `y` grows downwards.
 */
export function toward<P extends Point>(points: readonly P[], from: Point, heading: Heading): P | null {
  const [vx, vy] = vectors[heading];
  let best: { point: P; cost: number } | null = null;
  for (const point of points) {
    if (point.id === from.id) continue;
    const ahead = (point.x - from.x) * vx + (point.y - from.y) * vy;
    const aside = Math.abs((point.x - from.x) * vy) + Math.abs((point.y - from.y) * vx);
    if (ahead <= 0 || aside > ahead) continue;
    const cost = ahead + 2 * aside;
    if (best === null || cost < best.cost) best = { point, cost };
  }
  return best?.point ?? null;
}

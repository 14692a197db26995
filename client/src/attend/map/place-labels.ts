/** Pixels, from the top left of the map. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A city on the map that wants a label. */
export interface Marker {
  id: string;
  /** Its middle, in pixels. */
  x: number;
  y: number;
  radius: number;
  /** Size of its label in pixels. */
  width: number;
  height: number;
  /** The lower, the sooner its label is placed. */
  priority: number;
}

const GAP = 3;

/**
 * A place for each label beside its marker such that no label covers another label, a marker or the edge of the map.
 * Where there is none the label is left out (null): the marker stays, and the list beside the map names the city.
 * Greedy by priority: the most wanted labels are placed first, each at the first free side.
 */
export function placeLabels(markers: readonly Marker[], map: { width: number; height: number }): Map<string, Rect | null> {
  const dots = markers.map((marker) => ({
    id: marker.id, x: marker.x - marker.radius, y: marker.y - marker.radius, width: 2 * marker.radius, height: 2 * marker.radius,
  }));
  const taken: Rect[] = [];
  const placed = new Map<string, Rect | null>();
  for (const marker of [...markers].sort((a, b) => a.priority - b.priority)) {
    const others = dots.filter((dot) => dot.id !== marker.id);
    const isFree = (rect: Rect): boolean => !taken.some((label) => overlap(aired(rect), label)) && !others.some((dot) => overlap(rect, dot));
    const spot = sides(marker).find((rect) => within(rect, map) && isFree(rect)) ?? null;
    if (spot !== null) taken.push(spot);
    placed.set(marker.id, spot);
  }
  return placed;
}

export function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Right, left, above, below, then the four corners. */
function sides({ x, y, radius, width, height }: Marker): Rect[] {
  const right = x + radius + GAP;
  const left = x - radius - GAP - width;
  const above = y - radius - GAP - height;
  const below = y + radius + GAP;
  const at = (px: number, py: number): Rect => ({ x: px, y: py, width, height });
  return [
    at(right, y - height / 2), at(left, y - height / 2), at(x - width / 2, above), at(x - width / 2, below),
    at(right, above), at(right, below), at(left, above), at(left, below),
  ];
}

/** With space beside it, so that two labels in a line do not read as one. */
function aired({ x, y, width, height }: Rect): Rect {
  return { x: x - 2 * GAP, y, width: width + 4 * GAP, height };
}

function within(rect: Rect, map: { width: number; height: number }): boolean {
  return rect.x >= 0 && rect.y >= 0 && rect.x + rect.width <= map.width && rect.y + rect.height <= map.height;
}

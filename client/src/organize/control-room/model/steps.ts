/** Where a card stands, in pixels. */
export interface Box {
  x: number;
  y: number;
}

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as const;
/** How much worse it is to stand aside than to be far. */
const ASIDE = 2;

/** The card to which an arrow leads, as it is seen, so that it holds in both directions of writing; null where there is none, or the key is no arrow. */
export function stepFrom(boxes: readonly Box[], from: number, key: string): number | null {
  const start = boxes[from];
  if (start === undefined || !(key in WAYS)) return null;
  const [x, y] = WAYS[key as keyof typeof WAYS];
  const ranked = boxes
    .map((box, index) => ({ index, ahead: (box.x - start.x) * x + (box.y - start.y) * y, aside: Math.abs((box.x - start.x) * y) + Math.abs((box.y - start.y) * x) }))
    // sideways along the row only; to another row from anywhere
    .filter(({ ahead, aside }) => ahead > 1 && (x === 0 || aside < 1))
    .sort((one, other) => one.ahead + one.aside * ASIDE - (other.ahead + other.aside * ASIDE));
  return ranked[0]?.index ?? null;
}

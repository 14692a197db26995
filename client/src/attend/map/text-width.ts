const pen = document.createElement('canvas').getContext('2d');
const held = new Map<string, number>();

/** How wide a text is on the page, in pixels, in its font at a size and weight. A little more, as its font may still be on its way. */
export function textWidth(text: string, size: number, weight: number): number {
  const key = `${weight} ${size} ${text}`;
  let width = held.get(key);
  if (width === undefined) {
    if (pen !== null) pen.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
    width = Math.ceil((pen?.measureText(text).width ?? text.length * size * 0.6) * 1.06);
    held.set(key, width);
  }
  return width;
}

/** How closely the grid is looked at. */
export const ZOOMS = ['far', 'middle', 'near'] as const;
export type Zoom = (typeof ZOOMS)[number];

export function asZoom(text: string | null): Zoom {
  return ZOOMS.find((zoom) => zoom === text) ?? 'middle';
}

/** Pixels. */
interface Scale {
  /** Along the line of time. */
  hour: number;
  /** A lane, across the line of time. */
  lane: number;
}

/** Time runs along the line of text; rooms stand below each other. */
export const ACROSS: Readonly<Record<Zoom, Scale>> = {
  far: { hour: 96, lane: 50 },
  middle: { hour: 208, lane: 78 },
  near: { hour: 384, lane: 78 },
};

/** Time runs down; rooms stand beside each other. Lanes share the width of their room. */
export const DOWN: Readonly<Record<Zoom, { hour: number }>> = {
  far: { hour: 88 },
  middle: { hour: 152 },
  near: { hour: 264 },
};

/** Pixels of what stays in view while the grid is scrolled. */
export const STICKY = { axis: 36, cityHeader: 34, cityHeaderWithHours: 54, roomName: 168, hours: 66, columnHeader: 48 } as const;

const HOUR = 3_600_000;

/** Milliseconds to pixels. */
export function pixels(milliseconds: number, hour: number): number {
  return Math.round((milliseconds / HOUR) * hour);
}

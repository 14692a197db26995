/** Where a new row of an ordered list stands: after all others, until somebody moves it. */
export function positionAtEnd(rows: readonly { position: number }[] = []): number {
  return Math.max(-1, ...rows.map(({ position }) => position)) + 1;
}

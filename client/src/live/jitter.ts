/** Milliseconds to wait, between none and `atMost`: so that all clients do not act at one instant. */
export const jitter = (atMost: number): number => Math.random() * atMost;

/** Milliseconds that somebody at the door is kept waiting for the server; then the list decides. */
export const PATIENCE = 4_000;

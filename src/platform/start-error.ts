/** A start (or a command) that can't go on; `message` is for the operator, says what to do, and is told without a stack. */
export class StartError extends Error {
  override name = 'StartError';
}

/** One who waits for the reader to show their second factor. */
interface Waiting {
  done: (shown: boolean) => void;
}

let waiting: readonly Waiting[] = [];
const listeners = new Set<() => void>();

/** Opens the dialog that asks for the second factor. Resolves true once it was shown, false where the reader closed it. */
export async function askForSecondFactor(): Promise<boolean> {
  return await new Promise((done) => put([...waiting, { done }]));
}

/** Answers all who wait. */
export function endStepUp(shown: boolean): void {
  const answered = waiting;
  put([]);
  for (const { done } of answered) done(shown);
}

export const isStepUpWanted = (): boolean => waiting.length > 0;

export function onStepUp(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function put(next: readonly Waiting[]): void {
  waiting = next;
  for (const listener of listeners) listener();
}

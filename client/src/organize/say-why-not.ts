import { RequestRefused } from '../account/ask-api.js';
import { showToast } from '../ui/toasts.js';

/** Says what the server said, where there is no form to say it in. */
export function sayWhyNot(error: unknown, otherwise: string): void {
  showToast(error instanceof RequestRefused && error.problem !== null ? error.problem.detail : otherwise);
}

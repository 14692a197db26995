import { problem } from '../platform/problems/problem-error.js';
import { ImportRefused } from './read/import-refused.js';

/** A file's refusal as a problem that names each fault by line or JSON pointer. Anything else is handed back as it is. */
export function toImportProblem(error: unknown): unknown {
  if (!(error instanceof ImportRefused)) return error;
  return problem('import-refused', `Nothing was imported. ${error.message}`, { errors: [...error.faults] });
}

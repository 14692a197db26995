import type { Rolldown } from 'vite';

const ENTRY = /[\\/]client[\\/]src[\\/]app[\\/]main\.tsx$/;
const known = new Map<string, boolean>();

/**
 * One chunk for all that the first view needs. Left alone, the bundler cuts out of it whatever a later page shares, into
 * two dozen files of a kilobyte, each with a request of its own.
 */
export function firstViewChunk(id: string, context: Rolldown.ChunkingContext): string | null {
  return isInFirstView(id, context) ? 'first-view' : null;
}

/** Whether the entry reaches the module by static imports. */
function isInFirstView(id: string, context: Rolldown.ChunkingContext): boolean {
  const answer = known.get(id);
  if (answer !== undefined) return answer;
  // for as long as it is being found out: a circle of imports is no way in
  known.set(id, false);
  const reached = ENTRY.test(id) || (context.getModuleInfo(id)?.importers ?? []).some((importer) => isInFirstView(importer, context));
  known.set(id, reached);
  return reached;
}

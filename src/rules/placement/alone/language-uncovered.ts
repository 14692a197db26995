import type { FindingOf } from '../../finding.js';
import type { Placed } from '../placed.js';
import type { PreparedWorld } from '../prepared-world.js';
import type { PlacementSession } from '../world.js';

/**
 * The conference promises a language, and a session that is sent to others is neither held in it nor interpreted into it.
 * Who meets in one room shares its language: a promise for each local talk would warn of nearly all, and so of none. A
 * break says nothing, and where the session's own language is unknown, nothing can be said.
 */
export function languageUncovered({ id, session }: Placed, { world }: PreparedWorld): FindingOf<'language-uncovered'>[] {
  if (session.sentBy === null || session.kind === 'break' || session.language === null) return [];
  const languages = world.languages.filter((promised) => !isHeard(session, promised));
  if (languages.length === 0) return [];
  return [{ code: 'language-uncovered', severity: 'warning', sessions: [id], facts: { languages } }];
}

function isHeard({ language, appearances }: PlacementSession, promised: string): boolean {
  if (language !== null && covers(language, promised)) return true;
  return appearances.some(({ role, interpretsInto }) => role === 'interpreter' && interpretsInto !== null && covers(interpretsInto, promised));
}

/** `pt` is heard as `pt-BR` and the other way; `zh-Hans` and `zh-Hant` are two. BCP 47. */
function covers(heard: string, promised: string): boolean {
  if (heard === promised) return true;
  const [a, b] = [heard.toLowerCase(), promised.toLowerCase()];
  return a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`);
}

import type { FindingOf } from '../../finding.js';
import type { Placed } from '../placed.js';
import type { PreparedWorld } from '../prepared-world.js';

/**
 * The conference promises a language, and the session is neither held in it nor interpreted into it. A break says nothing,
 * and where the session's own language is unknown, nothing can be said.
 */
export function languageUncovered({ id, session }: Placed, { world }: PreparedWorld): FindingOf<'language-uncovered'>[] {
  if (session.kind === 'break' || session.language === null) return [];
  const heard = [session.language, ...session.appearances.flatMap(({ role, interpretsInto }) => (role === 'interpreter' ? (interpretsInto ?? []) : []))];
  const languages = world.languages.filter((promised) => !heard.some((language) => covers(language, promised)));
  if (languages.length === 0) return [];
  return [{ code: 'language-uncovered', severity: 'warning', sessions: [id], facts: { languages } }];
}

/** `pt` is heard as `pt-BR` and the other way; `zh-Hans` and `zh-Hant` are two. BCP 47. */
function covers(heard: string, promised: string): boolean {
  const [a, b] = [heard.toLowerCase(), promised.toLowerCase()];
  return a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`);
}

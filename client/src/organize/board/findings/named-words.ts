import type { BoardEntry } from '../model/board-index.js';
import type { FindingWords } from './use-finding-words.js';

/** Words for findings about several sessions: each is said of the first of them that it concerns, by name. One alone needs no name. */
export function namedWords(words: FindingWords, entries: readonly BoardEntry[], say: (session: string, finding: string) => string): FindingWords {
  if (entries.length < 2) return (finding) => words(finding, entries[0]?.session.id);
  return (finding) => {
    const own = entries.find(({ session }) => finding.sessions.includes(session.id));
    return own === undefined ? words(finding) : say(own.session.title, words(finding, own.session.id));
  };
}

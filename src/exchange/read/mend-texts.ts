import type { Findings, Place } from './findings.js';
import { kindOf } from './kinds.js';
import { readLanguage } from './languages.js';
import { LIMITS } from './limits.js';
import { cut, holdsMarkup, manyLines, oneLine, textOf } from './texts.js';
import type { SessionKind } from '../../contract/agenda.js';

export interface GivenTexts {
  title: unknown;
  subtitle: unknown;
  abstract: unknown;
  description: unknown;
  language: unknown;
  type: unknown;
}

export interface MendedTexts {
  title: string;
  subtitle: string;
  abstract: string;
  description: string;
  language: string | null;
  kind: SessionKind;
}

export const UNTITLED = 'Untitled';

/** The words of a session, in our shapes. */
export function mendTexts(given: GivenTexts, place: Place, findings: Findings): MendedTexts {
  const shortened = (field: string, text: string, most: number): string => {
    const short = cut(text, most);
    if (short !== text) findings.mended('text-cut', place, `The ${field} is longer than ${most} characters: cut.`);
    return short;
  };
  const line = (field: string, value: unknown, most: number): string => {
    const text = oneLine(value);
    if (text !== textOf(value).trim()) findings.mended('white-space', place, `The ${field} had line breaks or repeated blanks.`);
    return shortened(field, text, most);
  };
  let title = line('title', given.title, LIMITS.title);
  if (title === '') {
    findings.mended('title-missing', place, `There is no title: called “${UNTITLED}”.`);
    title = UNTITLED;
  }
  const subtitle = line('subtitle', given.subtitle, LIMITS.subtitle);
  const abstract = shortened('abstract', manyLines(given.abstract), LIMITS.text);
  const description = shortened('description', manyLines(given.description), LIMITS.text);
  const marked = Object.entries({ title, subtitle, abstract, description }).filter(([, text]) => holdsMarkup(text)).map(([field]) => field);
  if (marked.length > 0) findings.accepted('markup', place, `HTML in ${marked.join(', ')}: kept as it is, shown sanitized.`);
  return { title, subtitle, abstract, description, language: languageOf(given.language, place, findings), kind: mendKind(given.type, place, findings) };
}

function languageOf(value: unknown, place: Place, findings: Findings): string | null {
  const given = oneLine(value);
  const { tag, asGiven } = readLanguage(given);
  if (tag === null && given !== '') findings.mended('language-unknown', place, `“${given.slice(0, 40)}” is no language that is known here: left open.`);
  else if (!asGiven) findings.mended('language-spelling', place, `The language “${given.slice(0, 40)}” is taken as ${tag ?? 'unknown'}.`);
  return tag;
}

function mendKind(value: unknown, place: Place, findings: Findings): SessionKind {
  const given = oneLine(value);
  if (given === '') return 'talk';
  const kind = kindOf(given);
  if (kind === null) findings.accepted('type-unknown', place, `The type “${given.slice(0, 60)}” is none of ours: kept, and shown as “other”.`);
  return kind ?? 'other';
}

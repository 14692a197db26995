import type { DemoLanguage, DemoTopic } from '../world.js';
import { ENGLISH_PHRASES } from './english.js';
import { FRENCH_PHRASES } from './french.js';
import { GERMAN_PHRASES } from './german.js';
import { PERSIAN_PHRASES } from './persian.js';
import type { Phrases } from './phrases.js';
import { SPANISH_PHRASES } from './spanish.js';

const PHRASES: Record<DemoLanguage, Phrases> = {
  en: ENGLISH_PHRASES, fr: FRENCH_PHRASES, de: GERMAN_PHRASES, es: SPANISH_PHRASES, fa: PERSIAN_PHRASES,
};

interface SessionWords {
  title: string;
  subtitle: string;
  abstract: string;
  description: string;
}

/** All words of a session on a topic, in the topic's language. `turn` chooses among sentences that fit equally well. */
export function wordsOf(topic: DemoTopic, turn: number): SessionWords {
  const phrases = PHRASES[topic.language];
  const [one, other] = phrases.tracks[topic.track];
  const [first, second] = turn % 2 === 0 ? [one, other] : [other, one];
  const format = phrases.kinds[topic.kind];
  return {
    title: topic.title,
    subtitle: topic.subtitle,
    abstract: [topic.gist, topic.kind === 'talk' ? first : format].join(' '),
    description: [`${topic.gist} ${first}`, second, format].join('\n\n'),
  };
}

/** The words of a break; `turn` 0 is the long one at noon. */
export function wordsOfBreak(language: DemoLanguage, turn: number): SessionWords {
  const { breaks } = PHRASES[language];
  const [title, abstract] = breaks[turn % breaks.length] ?? ['', ''];
  return { title, subtitle: '', abstract, description: '' };
}

import type { SpeakerAnswers } from '@contract/speaking.js';
import { foldText } from '../../ui/fold-text.js';

export const ANSWER_FILTERS = ['all', 'asked', 'objecting', 'outside'] as const;
export type AnswerFilter = (typeof ANSWER_FILTERS)[number];

/** Those who fit a filter and a search, which is for a part of their name or of a session's title. */
export function chooseSpeakers(speakers: readonly SpeakerAnswers[], filter: AnswerFilter, search: string): SpeakerAnswers[] {
  const wanted = foldText(search.trim());
  return speakers.filter((speaker) => fits(speaker, filter) && [speaker.name, ...speaker.slots.map((slot) => slot.title)].some((text) => foldText(text).includes(wanted)));
}

/** As the server sees it, which reminds nobody of what is over. */
export const hasToAnswer = (speaker: SpeakerAnswers, now = Date.now()): boolean => speaker.slots.some((slot) => slot.state === 'asked' && Date.parse(slot.endsAt) > now);

/** Somebody who was never invited has no address to be reminded at. */
export const canBeReminded = (speaker: SpeakerAnswers, now = Date.now()): boolean => speaker.account !== 'none' && hasToAnswer(speaker, now);

function fits(speaker: SpeakerAnswers, filter: AnswerFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'asked':
      return hasToAnswer(speaker);
    case 'objecting':
      return speaker.slots.some((slot) => slot.state === 'declined' || slot.state === 'change-requested');
    case 'outside':
      return speaker.account !== 'joined';
  }
}

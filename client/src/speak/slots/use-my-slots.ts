import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { MySlot, MySlots, NewSlotAnswer } from '@contract/speaking.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { showToast } from '../../ui/toasts.js';
import { answerSlot, readMySlots, undoAnswer } from '../speaking-requests.js';

const keyOf = (slug: string): readonly string[] => ['my-slots', slug];

/** One's slots, read anew whenever the agenda changes: a slot that is moved asks again at once. */
export function useMySlots(): UseQueryResult<MySlots> {
  const { agenda } = useLiveAgenda();
  const { slug } = agenda.conference;
  const client = useQueryClient();
  useEffect(() => {
    void client.invalidateQueries({ queryKey: keyOf(slug) });
  }, [client, slug, agenda.revision]);
  return useQuery({ queryKey: keyOf(slug), queryFn: async () => await readMySlots(slug) });
}

export interface SlotActions {
  answer: (answer: NewSlotAnswer) => void;
  undo: () => void;
  isBusy: boolean;
  /** What came of the last answer that was refused. */
  error: unknown;
}

/** Answers a slot, or takes the last answer back. @param done once the server has it */
export function useSlotActions(slot: MySlot, done: () => void): SlotActions {
  const { t } = useTranslation('speak');
  const { agenda } = useLiveAgenda();
  const { slug } = agenda.conference;
  const client = useQueryClient();
  const held = (slots: MySlots, words: string): void => {
    client.setQueryData(keyOf(slug), slots);
    showToast(words);
    done();
  };
  const answer = useMutation({
    mutationFn: async (given: NewSlotAnswer) => await answerSlot(slug, slot.sessionId, given),
    onSuccess: (slots, given) => held(slots, t(`said.${given.state}`)),
    // it may have been moved meanwhile
    onError: async () => await client.invalidateQueries({ queryKey: keyOf(slug) }),
  });
  const undo = useMutation({
    mutationFn: async () => await undoAnswer(slug, slot.sessionId),
    onSuccess: (slots) => held(slots, t('said.undone')),
    onError: async () => await client.invalidateQueries({ queryKey: keyOf(slug) }),
  });
  return { answer: (given) => answer.mutate(given), undo: () => undo.mutate(), isBusy: answer.isPending || undo.isPending, error: answer.error ?? undo.error };
}

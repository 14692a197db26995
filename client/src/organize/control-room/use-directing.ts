import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ChannelDetails, NewRunOfShow, RunOfShow, StageChoice } from '@contract/streams.js';
import { askApi } from '../../account/ask-api.js';
import { showToast } from '../../ui/toasts.js';
import { sayWhyNot } from '../say-why-not.js';
import { showKey } from './use-line.js';

/** What a director does. Each is done at once, said, and can be undone while it is said. */
export interface Directing {
  switchStage: (stage: { id: string; name: string; choice: StageChoice }, choice: StageChoice) => void;
  /** @param to null: the slate @param before what the programme shows now */
  handOver: (to: { id: string; name: string } | null, before: string | null) => void;
  /** For forms: what is refused is thrown. @param again what brings back what was planned before */
  plan: (items: NewRunOfShow['items'], said: string, again: () => NewRunOfShow['items']) => Promise<void>;
}

export function useDirecting(slug: string): Directing {
  const { t } = useTranslation('controlRoom');
  const { t: tOrganize } = useTranslation('organize');
  const client = useQueryClient();
  const base = `/api/conferences/${encodeURIComponent(slug)}`;
  const refuse = (error: unknown): void => sayWhyNot(error, tOrganize('form.notSent'));
  const undo = (work: () => Promise<unknown>) => ({
    label: tOrganize('undo.action'),
    run: () => void work().then(() => showToast(tOrganize('undo.done')), refuse),
  });
  const choose = async (id: string, choice: StageChoice): Promise<void> => {
    const changed = await askApi<ChannelDetails>('POST', `${base}/channels/${id}/switch`, { choice });
    client.setQueryData<readonly ChannelDetails[]>(['organize', slug, 'channels'], (before) => before?.map((one) => (one.id === id ? changed : one)));
  };
  const hold = ({ items }: RunOfShow): void => {
    client.setQueryData<RunOfShow['items']>(showKey(slug), items);
  };
  const goTo = async (to: string | null): Promise<void> => {
    hold(await askApi<RunOfShow>('POST', `${base}/programme/hand-over`, { to }));
  };
  const write = async (items: NewRunOfShow['items']): Promise<void> => {
    hold(await askApi<RunOfShow>('PUT', `${base}/programme/run-of-show`, { items }));
  };
  return {
    switchStage: ({ id, name, choice: before }, choice) => {
      if (choice === before) return;
      choose(id, choice).then(() => showToast(t(`did.switch.${choice}`, { stage: name }), undo(async () => await choose(id, before))), refuse);
    },
    handOver: (to, before) => {
      if ((to?.id ?? null) === before) return;
      goTo(to?.id ?? null).then(() => showToast(to === null ? t('did.toSlate') : t('did.handOver', { stage: to.name }), undo(async () => await goTo(before))), refuse);
    },
    plan: async (items, said, again) => {
      await write(items);
      showToast(said, undo(async () => await write(again())));
    },
  };
}

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewVenueTravel, VenueTravel } from '@contract/place.js';
import { travelKey } from '@rules/placement/world.js';
import { askApi, RequestRefused } from '../../../account/ask-api.js';
import { showToast } from '../../../ui/toasts.js';
import { sayWhyNot } from '../../say-why-not.js';
import { keepChanges, keptChanges } from './kept-changes.js';
import { trueChanges, undoing, withChanges, type TravelChanges } from './travel-changes.js';

export interface EditedTravel {
  /** Typed here and not saved; nothing that the server has so already. */
  changes: TravelChanges;
  change: (changes: TravelChanges) => void;
  /** Leaves one as it was, or all. */
  forget: (key?: string) => void;
  save: () => Promise<void>;
  isSaving: boolean;
  /** What the server did not take, by way; and what it said of the whole, or null. */
  refused: { byWay: ReadonlyMap<string, string>; whole: string | null };
}

const NOTHING_REFUSED: EditedTravel['refused'] = { byWay: new Map(), whole: null };

export const travelPath = (slug: string): string => `/api/conferences/${encodeURIComponent(slug)}/travel`;

/** Own times as they are edited: kept in this tab until they are saved, and not left without a question. */
export function useTravelChanges(slug: string, held: VenueTravel): EditedTravel {
  const { t } = useTranslation('travel');
  const { t: say } = useTranslation('organize');
  const client = useQueryClient();
  const [typed, setTyped] = useState(() => keptChanges(slug));
  const [isSaving, setSaving] = useState(false);
  const [refused, setRefused] = useState(NOTHING_REFUSED);
  const changes = trueChanges(held, typed);
  const hasChanges = Object.keys(changes).length > 0;

  useEffect(() => {
    if (!hasChanges) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [hasChanges]);

  function keep(next: TravelChanges): void {
    keepChanges(slug, next);
    setTyped(next);
    setRefused(NOTHING_REFUSED);
  }

  /** The list is replaced as a whole: it is read anew first, so that what others gave for other ways stays. */
  async function write(wanted: TravelChanges): Promise<TravelChanges> {
    const before = await askApi<VenueTravel>('GET', travelPath(slug));
    const items = withChanges(before, wanted);
    try {
      client.setQueryData(['organize', slug, 'travel'], await askApi<VenueTravel>('PUT', travelPath(slug), { items }));
    } catch (error) {
      setRefused(refusalOf(error, items, say('form.notSent')));
      throw error;
    }
    return undoing(before, wanted);
  }

  async function save(): Promise<void> {
    setSaving(true);
    try {
      const before = await write(changes);
      keep({});
      showToast(t('saved'), {
        label: say('undo.action'),
        run: () => void write(before).then(() => showToast(say('undo.done')), (error: unknown) => sayWhyNot(error, say('form.notSent'))),
      });
    } catch (error) {
      setRefused((said) => (said === NOTHING_REFUSED ? refusalOf(error, [], say('form.notSent')) : said));
    } finally {
      setSaving(false);
    }
  }

  return {
    changes, isSaving, refused, save,
    change: (more) => keep({ ...changes, ...more }),
    forget: (key) => keep(key === undefined ? {} : Object.fromEntries(Object.entries(changes).filter(([other]) => other !== key))),
  };
}

/** Beside the ways that the server names, where these are changed here; else of the whole. */
function refusalOf(error: unknown, items: NewVenueTravel['items'], otherwise: string): EditedTravel['refused'] {
  const problem = error instanceof RequestRefused ? error.problem : null;
  const byWay = new Map(problem?.errors?.flatMap(({ path, message }) => {
    const item = items[Number(/^\/items\/(\d+)\//.exec(path)?.[1] ?? -1)];
    return item === undefined ? [] : [[travelKey(item.from, item.to), message] as const];
  }));
  return { byWay, whole: byWay.size > 0 ? null : (problem?.detail ?? otherwise) };
}

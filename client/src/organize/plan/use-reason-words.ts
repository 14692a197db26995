import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanOutcome } from '@contract/plan-runs.js';
import { useFormat } from '../../ui/use-format.js';
import type { BoardIndex } from '../board/model/board-index.js';

export type UnplacedReason = PlanOutcome['unplaced'][number]['reasons'][number];

/** Why a session has no place: sentences that say what is so, and what to do about it. */
export type ReasonWords = (reason: UnplacedReason) => readonly string[];

export function useReasonWords({ board, byId }: BoardIndex): ReasonWords {
  const { t } = useTranslation('plan');
  const format = useFormat();
  return useCallback(
    (reason) => {
      const speakers = (ids: readonly string[]): string => format.list(ids.map((id) => board.speakers.find((one) => one.id === id)?.name ?? ''));
      const minutes = format.duration;
      switch (reason.code) {
        case 'no-uplink':
          return [t(`reason.no-uplink-${reason.facts.by}`)];
        case 'longer-than-any-opening':
        case 'longer-than-any-satellite-window': {
          const { minutes: own, longest } = reason.facts;
          return [longest === 0 ? t(`reason.${reason.code}-none`) : t(`reason.${reason.code}`, { minutes: minutes(own), longest: minutes(longest) })];
        }
        case 'no-common-time': {
          const { speakers: ids, minutes: own, longest } = reason.facts;
          const facts = { count: ids.length, speakers: speakers(ids), minutes: minutes(own), longest: minutes(longest) };
          return [longest === 0 ? t('reason.no-common-time-none', facts) : t('reason.no-common-time', facts)];
        }
        case 'no-room-when-speakers-can': {
          const { speakers: ids, minutes: own } = reason.facts;
          return [ids.length === 0 ? t('reason.no-room-open', { minutes: minutes(own) }) : t('reason.no-room-when-speakers-can', { speakers: speakers(ids), minutes: minutes(own) })];
        }
        case 'satellite-minutes-short': {
          const { needed, booked } = reason.facts;
          return [t('reason.satellite-minutes-short', { needed: minutes(needed), booked: minutes(booked), short: minutes(needed - booked) })];
        }
        case 'all-places-taken': {
          const { places, by, with: others } = reason.facts;
          if (places === 0) return [t('reason.no-place-at-all')];
          const titles = others.flatMap((id) => byId.get(id)?.session.title ?? []);
          return [
            t('reason.all-places-taken', { count: places, formatted: format.number(places) }),
            ...by.map((one) => t(`reason.by.${one.rule}`, { count: one.places, formatted: format.number(one.places) })),
            ...(titles.length === 0 ? [] : [t('reason.inTheWay', { others: format.list(titles) })]),
            t('reason.makeRoom'),
          ];
        }
      }
    },
    [board, byId, t, format],
  );
}

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '@rules/finding.js';
import { useFormat } from '../../../ui/use-format.js';
import type { BoardIndex } from '../model/board-index.js';

/** A sentence about a finding that a person can act on. `about` is the session whose finding it is: the others are named. */
export type FindingWords = (finding: Finding, about?: string) => string;

export function useFindingWords(index: BoardIndex): FindingWords {
  const { t } = useTranslation('board');
  const format = useFormat();
  return useCallback(
    (finding, about) => {
      const { board, byId, placeOf } = index;
      // a list of one: a name in another script leaves the sentence around it where it is
      const named = (name: string | undefined): string => format.list([name ?? '']);
      const speaker = (id: string): string => named(board.speakers.find((one) => one.id === id)?.name);
      const room = (id: string): string => named(placeOf.get(id)?.room.name);
      const venue = (id: string): string => named(board.venues.find((one) => one.id === id)?.name);
      const city = (id: string): string => named(board.cities.find((one) => one.id === id)?.name);
      const zoneOfVenue = (id: string): string => {
        const cityId = board.venues.find((one) => one.id === id)?.cityId;
        return board.cities.find((one) => one.id === cityId)?.zone ?? board.conference.zone;
      };
      const zoneOfRoom = (id: string): string => placeOf.get(id)?.city.zone ?? board.conference.zone;
      const zoneOfSpeaker = (id: string): string => board.speakers.find((one) => one.id === id)?.zone ?? board.conference.zone;
      const number = format.number;
      const minutes = (count: number): string => format.duration(count);
      const others = finding.sessions.filter((id) => id !== about).map((id) => byId.get(id)?.session.title ?? '');
      const other = format.list(others.length > 0 ? others : ['']);
      const window = (nearest: { startsAt: number; endsAt: number } | null, zone: string): string => {
        if (nearest === null) return t('finding.noWindow');
        return t('finding.nearest', { day: format.shortDay(nearest.startsAt, zone), time: named(format.timeRange(nearest.startsAt, nearest.endsAt, zone)), zone: named(format.zoneName(zone, nearest.startsAt)) });
      };
      switch (finding.code) {
        case 'room-overlap':
          return t('finding.room-overlap', { room: room(finding.facts.room), other, minutes: minutes(finding.facts.minutes) });
        case 'speaker-overlap':
          return t('finding.speaker-overlap', { speaker: speaker(finding.facts.speaker), other, minutes: minutes(finding.facts.minutes) });
        case 'travel-time': {
          const { facts } = finding;
          return t('finding.travel-time', {
            speaker: speaker(facts.speaker), from: venue(facts.from), to: venue(facts.to), gap: minutes(Math.max(0, facts.gapMinutes)), needed: minutes(facts.neededMinutes), other,
          });
        }
        case 'speaker-unavailable':
          return t('finding.speaker-unavailable', { speaker: speaker(finding.facts.speaker), nearest: window(finding.facts.nearest, zoneOfSpeaker(finding.facts.speaker)) });
        case 'room-closed':
          return t('finding.room-closed', { room: room(finding.facts.room), nearest: window(finding.facts.nearest, zoneOfRoom(finding.facts.room)) });
        case 'outside-satellite-window':
          return t('finding.outside-satellite-window', { venue: venue(finding.facts.venue), margin: minutes(finding.facts.marginMinutes), nearest: window(finding.facts.nearest, zoneOfVenue(finding.facts.venue)) });
        case 'uplink-overbooked':
          return t('finding.uplink-overbooked', { venue: venue(finding.facts.venue), stages: number(finding.facts.stages), most: number(finding.facts.most), other });
        case 'over-capacity':
          return t('finding.over-capacity', { room: room(finding.facts.room), people: number(finding.facts.people), capacity: number(finding.facts.capacity) });
        case 'unfriendly-hour': {
          const { speakers, city: own, people } = finding.facts;
          if (speakers.length > 0) return t('finding.unfriendly-speakers', { speakers: speakers.map(speaker).join(', '), people: number(people) });
          if (own !== null) return t('finding.unfriendly-city', { city: city(own.id), people: number(people) });
          return t('finding.unfriendly-elsewhere', { people: number(people) });
        }
        case 'equipment-missing':
          return t('finding.equipment-missing', { room: room(finding.facts.room), missing: format.list(finding.facts.missing) });
        case 'language-uncovered':
          return t('finding.language-uncovered', { languages: format.list(finding.facts.languages.map(format.language)) });
        case 'parallel-track':
          return t('finding.parallel-track', { track: board.tracks.find(({ id }) => id === finding.facts.track)?.name ?? '', other, city: city(finding.facts.city), minutes: minutes(finding.facts.minutes) });
      }
    },
    [index, t, format],
  );
}

import { useMemo } from 'react';
import type { ReleaseComparison } from '@contract/releases.js';
import { useLiveAgenda } from '../../../live/live-agenda.js';
import { sessionOf, type SessionChange } from './group-changes.js';

/** What the changes' ids are called. */
export interface Naming {
  titleOf: (change: SessionChange) => string;
  /** Of a room that is gone: its name, where it is still known, and the conference's zone. */
  placeOf: (roomId: string) => { room: string; city: string | null; zone: string };
}

/** @param names of what may be gone by now */
export function useNaming(names: ReleaseComparison['names'] | undefined): Naming {
  const { agenda } = useLiveAgenda();
  return useMemo(() => ({
    titleOf: (change) => {
      if (change.change === 'session.added') return change.session.title;
      const id = sessionOf(change);
      return names?.sessions[id] ?? agenda.sessions[id]?.title ?? '';
    },
    placeOf: (roomId) => {
      const room = agenda.rooms[roomId];
      const venue = room === undefined ? undefined : agenda.venues[room.venueId];
      const city = venue === undefined ? undefined : agenda.cities[venue.cityId];
      return { room: room?.name ?? names?.rooms[roomId] ?? '', city: city?.name ?? null, zone: city?.zone ?? agenda.conference.zone };
    },
  }), [agenda, names]);
}

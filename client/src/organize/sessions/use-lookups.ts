import type { UseQueryResult } from '@tanstack/react-query';
import type { SpeakerDetails } from '@contract/agenda-requests.js';
import type { City, RoomDetails, Track } from '@contract/place.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import type { VenueRow } from '../place/venue-fields.js';
import { useRows } from '../rows.js';

/** Where a session is held. */
export interface Place {
  room: string;
  city: string;
  /** IANA name of the city's zone. */
  zone: string;
}

export interface Lookups {
  cities: readonly City[];
  tracks: readonly Track[];
  speakers: readonly { id: string; name: string }[];
  /** All that stands in some room, named once. */
  equipment: readonly string[];
  /** Undefined where the reader's role does not reach it. */
  placeOf: (roomId: string) => Place | undefined;
}

/** All that sessions refer to by id. */
export function useLookups(slug: string): { queries: readonly UseQueryResult[]; lookups: Lookups } {
  const published = useLiveAgenda().agenda;
  const cities = useRows<City>(slug, 'cities');
  const venues = useRows<VenueRow>(slug, 'venues');
  const rooms = useRows<RoomDetails>(slug, 'rooms');
  const tracks = useRows<Track>(slug, 'tracks');
  const speakers = useRows<SpeakerDetails>(slug, 'speakers');
  // a host reaches those of their city only; whoever is published may be named by everyone
  const named = new Map<string, string>([...Object.values(published.speakers), ...(speakers.data ?? [])].map(({ id, name }) => [id, name]));
  return {
    queries: [cities, venues, rooms, tracks, speakers],
    lookups: {
      cities: cities.data ?? [],
      tracks: tracks.data ?? [],
      speakers: [...named].map(([id, name]) => ({ id, name })),
      equipment: [...new Set((rooms.data ?? []).flatMap((room) => room.equipment))].sort((a, b) => a.localeCompare(b)),
      placeOf: (roomId) => {
        const room = rooms.data?.find(({ id }) => id === roomId);
        const venue = venues.data?.find(({ id }) => id === room?.venueId);
        const city = cities.data?.find(({ id }) => id === venue?.cityId);
        return room === undefined || city === undefined ? undefined : { room: room.name, city: city.name, zone: city.zone };
      },
    },
  };
}

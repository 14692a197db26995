import { useZone } from '../../app/zone.js';
import { useLiveAgenda } from '../../live/live-agenda.js';

/** In which zone to show a time at a venue; null is remote, and told by the conference's. */
export function usePlaceZone(): (venueId: string | null) => string {
  const { agenda } = useLiveAgenda();
  const { zoneFor } = useZone();
  return (venueId) => {
    const venue = venueId === null ? undefined : agenda.venues[venueId];
    return zoneFor((venue === undefined ? undefined : agenda.cities[venue.cityId]?.zone) ?? agenda.conference.zone);
  };
}

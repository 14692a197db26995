import { useTranslation } from 'react-i18next';
import { useLiveAgenda } from '../../live/live-agenda.js';

/** Names a place to take part: `Lyon · La Fabrique`; null is remote. */
export function usePlaceName(): (venueId: string | null) => string {
  const { t } = useTranslation('attendance');
  const { agenda } = useLiveAgenda();
  return (venueId) => {
    if (venueId === null) return t('register.remote');
    const venue = agenda.venues[venueId];
    const city = venue === undefined ? undefined : agenda.cities[venue.cityId];
    return venue === undefined || city === undefined ? '' : t('register.inCity', { city: city.name, venue: venue.name });
  };
}

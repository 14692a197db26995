import type { SlotDetails } from '@contract/agenda-requests.js';
import { Time } from '../../ui/time.js';
import type { Place } from './use-lookups.js';

interface Props {
  slot: SlotDetails;
  /** Undefined: somewhere that the reader does not reach. Then the time is told in UTC. */
  place: Place | undefined;
}

/** When and where, on the clocks of the city. */
export function SessionSlot({ slot, place }: Props) {
  return (
    <>
      <Time instant={Date.parse(slot.startsAt)} end={Date.parse(slot.endsAt)} zone={place?.zone ?? 'UTC'} withDay />
      {place !== undefined && (
        <>
          {' · '}
          <bdi>{place.room}</bdi> · <bdi>{place.city}</bdi>
        </>
      )}
    </>
  );
}

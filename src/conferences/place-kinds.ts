import { In, type EntityTarget, type FindOptionsWhere } from 'typeorm';
import type { ConferenceId } from '../contract/ids.js';
import type { Action } from '../platform/access/policy.js';
import { CityEntity } from './city.entity.js';
import type { PlaceReach } from './place-reach.queries.js';
import { RoomEntity } from './room.entity.js';
import { TrackEntity } from './track.entity.js';
import { UplinkEntity } from './uplink.entity.js';
import { VenueEntity } from './venue.entity.js';

export interface PlaceRow {
  id: string;
  conferenceId: ConferenceId;
}

/** What a conference's place is made of, with who writes it and what of it a reach covers. */
export interface PlaceKind<E extends PlaceRow> {
  /** In the audit log: `room:ID`. */
  name: string;
  entity: EntityTarget<E>;
  write: Action;
  /** What is asked of a row so that it lies within the reach. */
  within: (reach: PlaceReach) => FindOptionsWhere<E>;
}

export const CITY: PlaceKind<CityEntity> = {
  name: 'city', entity: CityEntity, write: 'edit-cities', within: ({ cityIds }) => ({ id: In(cityIds) }),
};
export const VENUE: PlaceKind<VenueEntity> = {
  name: 'venue', entity: VenueEntity, write: 'edit-place', within: ({ venueIds }) => ({ id: In(venueIds) }),
};
export const ROOM: PlaceKind<RoomEntity> = {
  name: 'room', entity: RoomEntity, write: 'edit-place', within: ({ venueIds }) => ({ venueId: In(venueIds) }),
};
export const UPLINK: PlaceKind<UplinkEntity> = {
  name: 'uplink', entity: UplinkEntity, write: 'edit-place', within: ({ venueIds }) => ({ venueId: In(venueIds) }),
};
/** Tracks belong to no city: whoever reads the place reads all of them. */
export const TRACK: PlaceKind<TrackEntity> = {
  name: 'track', entity: TrackEntity, write: 'edit-tracks', within: () => ({}),
};

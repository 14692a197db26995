import type { CityId, RoomId, SessionId, SpeakerId, TrackId, UplinkId, VenueId } from '../contract/ids.js';
import { newId } from '../platform/new-id.js';
import type { CastSession } from './placed-session.js';
import { TRACKS } from './tracks.js';
import type { DemoCity, DemoPerson, DemoRoom, DemoVenue, TrackKey, World } from './world.js';

/** The keys under which everything of the demo is written, by the thing itself. */
export interface DemoIds {
  city(city: DemoCity): CityId;
  venue(venue: DemoVenue): VenueId;
  room(room: DemoRoom): RoomId;
  satellite(venue: DemoVenue): UplinkId;
  track(key: TrackKey): TrackId;
  speaker(person: DemoPerson): SpeakerId;
  session(session: CastSession): SessionId;
}

export function newDemoIds(world: World, sessions: readonly CastSession[]): DemoIds {
  const venues = world.cities.flatMap((city) => city.venues);
  return {
    city: idsFor(world.cities),
    venue: idsFor(venues),
    room: idsFor(venues.flatMap((venue) => venue.rooms)),
    satellite: idsFor(venues.filter((venue) => venue.satellite)),
    track: idsFor(TRACKS.map((track) => track.key)),
    speaker: idsFor(world.people),
    session: idsFor(sessions),
  };
}

function idsFor<Thing, Id extends string>(things: readonly Thing[]): (thing: Thing) => Id {
  const ids = new Map(things.map((thing) => [thing, newId<Id>()]));
  return (thing) => {
    const id = ids.get(thing);
    if (id === undefined) throw new Error('not of this demo');
    return id;
  };
}

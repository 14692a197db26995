import type { CityId, SpeakerId } from '../../../contract/ids.js';
import type { FindingOf, UnfriendlyHour } from '../../finding.js';
import type { AudienceHours } from '../audience-hours.js';
import type { Placed } from '../placed.js';
import type { PreparedWorld } from '../prepared-world.js';
import { clockOf } from '../zone-clock.js';

/**
 * A speaker has the session between 23:00 and 07:00 where they are, or the session's city has, or, of a session that is
 * sent, more than half of those who follow from elsewhere. Somebody is always asleep, so fewer than half is no finding by
 * itself; but a finding counts all for whom it is night. Who is on site has the city's hour, who is remote that of their
 * own zone; of who has not said where they are, nothing is known.
 */
export function unfriendlyHour(placed: Placed, prepared: PreparedWorld): FindingOf<'unfriendly-hour'>[] {
  const facts = whoHasNight(placed, prepared);
  if (facts.speakers.length === 0 && facts.city === null && !isMostElsewhere(facts.elsewhere, placed.city.id, prepared.audience)) return [];
  return [{ code: 'unfriendly-hour', severity: 'warning', sessions: [placed.id], facts }];
}

export function whoHasNight({ city, cast, session, startsAt, endsAt }: Omit<Placed, 'slot' | 'room' | 'venue' | 'id'>, { audience, world }: PreparedWorld): UnfriendlyHour {
  const nightInCity = clockOf(city.zone).touchesNight(startsAt, endsAt);
  const hasNight = (speaker: SpeakerId): boolean => {
    if (cast.onSite.includes(speaker)) return nightInCity;
    const zone = world.speakers.get(speaker)?.zone ?? null;
    return zone !== null && clockOf(zone).touchesNight(startsAt, endsAt);
  };
  const speakers = cast.all.filter(hasNight);
  const here = nightInCity ? { id: city.id, people: audience.peopleIn(city.id) } : null;
  const elsewhere = session.sentBy === null ? 0 : audience.atNight(startsAt, endsAt) - audience.atNightIn(city.id, startsAt, endsAt);
  return { speakers, city: here, elsewhere, people: speakers.length + (here?.people ?? 0) + elsewhere };
}

/** Whether these are more than half of those who follow from outside of that city. */
export const isMostElsewhere = (atNight: number, cityId: CityId, audience: AudienceHours): boolean =>
  atNight * 2 > audience.people - audience.peopleIn(cityId);

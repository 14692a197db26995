import type { Agenda, AgendaSession } from '@contract/agenda.js';
import type { City } from '@contract/place.js';
import { indexAgenda, type AgendaIndex, type IndexedSession } from './agenda-index.js';

/** Builds an agenda for the specs of the views: cities with rooms, and sessions named by their titles. */
export class AnAgenda {
  private readonly agenda: Agenda;

  constructor() {
    this.agenda = {
      revision: 1, cities: {}, venues: {}, rooms: {}, tracks: {}, speakers: {}, sessions: {}, channels: {},
      conference: {
        id: id('conference'), slug: 'open-skies', title: 'Open Skies', status: 'published', zone: 'UTC', languages: ['en'],
        startsOn: '2026-11-24', endsOn: '2026-11-25', accent: null, url: null,
      },
    };
  }

  withCity(name: string, rooms: readonly string[], city: Partial<City> = {}): this {
    const position = Object.keys(this.agenda.cities).length;
    this.agenda.cities[name] = { id: id(name), name, country: null, zone: 'UTC', latitude: null, longitude: null, position, ...city };
    const venueId = `venue of ${name}`;
    this.agenda.venues[venueId] = { id: id(venueId), cityId: id(name), name: venueId, address: '', accessNotes: '', capacity: null, uplinks: [] };
    rooms.forEach((room, place) => {
      this.agenda.rooms[room] = { id: id(room), venueId: id(venueId), name: room, capacity: null, position: place };
    });
    return this;
  }

  /** Times are of 24 November 2026, UTC: `09:00`; a number is hours from its midnight. */
  withSession(title: string, room: string, starts: string | number, ends: string | number, session: Partial<AgendaSession> = {}): this {
    this.agenda.sessions[title] = {
      id: id(title), title, subtitle: '', kind: 'talk', language: null, trackId: null, roomId: id(room),
      startsAt: new Date(at(starts)).toISOString(), endsAt: new Date(at(ends)).toISOString(),
      anchor: 'floating', status: 'scheduled', cancelReason: '', overlapWaived: false, appearances: [], url: null, replayId: null, ...session,
    };
    return this;
  }

  index(): AgendaIndex {
    return indexAgenda(this.agenda);
  }
}

/** An instant of 24 November 2026, UTC. */
export function at(time: string | number): number {
  const midnight = Date.parse('2026-11-24T00:00:00Z');
  if (typeof time === 'number') return midnight + time * 3_600_000;
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return midnight + (hours * 60 + minutes) * 60_000;
}

export function titles(entries: readonly IndexedSession[]): string[] {
  return entries.map((entry) => entry.session.title);
}

function id<T extends string>(text: string): T {
  return text as T;
}

import type { Board, BoardSession } from '@contract/board.js';
import type { City } from '@contract/place.js';
import type { BoardRoom } from './board-index.js';

/** Builds a board for specs: cities with rooms in one venue each, and sessions named by their titles. */
export class ABoard {
  private readonly board: Board;

  constructor() {
    this.board = {
      edit: 0, satelliteMarginMinutes: 0, cities: [], venues: [], rooms: [], uplinks: [], bookings: [], tracks: [], speakers: [], sessions: [],
      audiences: [], travel: [], mayMove: null,
      conference: {
        id: id('conference'), slug: 'open-skies', title: 'Open Skies', status: 'draft', zone: 'UTC', languages: ['en'], startsOn: '2026-11-24', endsOn: '2026-11-25',
        accent: null, url: null, gridMinutes: 5, satelliteMarginMinutes: 5, safetyMode: false, reconfirmMinutes: 15, retentionDays: null, registration: 'closed', revision: 0,
      },
    };
  }

  withCity(name: string, rooms: readonly string[], city: Partial<City> = {}, room: Partial<BoardRoom> = {}): this {
    this.board.cities.push({ id: id(name), name, country: null, zone: 'UTC', latitude: null, longitude: null, position: this.board.cities.length, ...city });
    this.board.venues.push({ id: id(`venue of ${name}`), cityId: id(name), name: `venue of ${name}`, address: '', accessNotes: '', capacity: null, uplinks: [] });
    rooms.forEach((title, position) => {
      this.board.rooms.push({
        id: id(title), venueId: id(`venue of ${name}`), name: title, capacity: null, position, equipment: [], changeoverMinutes: 0, shared: false, openingHours: [], ...room,
      });
    });
    return this;
  }

  withSpeaker(name: string, speaker: Partial<Board['speakers'][number]> = {}): this {
    this.board.speakers.push({ id: id(name), name, zone: null, available: null, ...speaker });
    return this;
  }

  /** Times are of 24 November 2026, UTC: `09:00`. Without a room: in the tray. */
  withSession(title: string, at: { room: string; from: string; to: string } | null, session: Partial<BoardSession> = {}): this {
    this.board.sessions.push({
      id: id(title), title, kind: 'talk', language: null, trackId: null, minutes: 30, sentBy: null, needsEquipment: [], expectedPeople: null, appearances: [],
      slot: at === null ? null : aSlot(at.room, at.from, at.to), edit: 0, published: null, ...session,
    });
    return this;
  }

  build(more: Partial<Board> = {}): Board {
    return { ...this.board, ...more };
  }
}

export function aSlot(room: string, from: string, to: string): NonNullable<BoardSession['slot']> {
  return { roomId: id(room), startsAt: new Date(at(from)).toISOString(), endsAt: new Date(at(to)).toISOString(), anchor: 'floating', cancelled: false, waiver: null };
}

/** An instant of 24 November 2026, UTC. */
export function at(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return Date.parse('2026-11-24T00:00:00Z') + (hours * 60 + minutes) * 60_000;
}

const id = <T extends string>(text: string): T => text as T;

import { FILE, type Findings } from './findings.js';
import { refuse } from './import-refused.js';
import type { ImportedRoom } from './imported-schedule.js';
import { LIMITS } from './limits.js';
import { cut, oneLine, uuidOf } from './texts.js';

/** The room of sessions that no room is named for. */
export const UNPLACED = 'Unplaced';

/** The rooms of a file while it is read: one a name, but for names that stand for several rooms, which their guids tell apart. */
export class RoomIndex {
  private readonly rooms = new Map<string, ImportedRoom>();
  private readonly declared: ReadonlyMap<string, { guid: string | null; capacity: number | null | undefined }>;

  constructor(
    declarations: readonly { name: unknown; guid: unknown; capacity: unknown }[],
    private readonly findings: Findings,
    private readonly repeated: ReadonlySet<string> = new Set(),
  ) {
    this.declared = new Map(
      declarations.map(({ name, guid, capacity }) => [oneLine(name), { guid: uuidOf(guid), capacity: capacityOf(capacity) }]),
    );
  }

  /** The key of the room of that name, made when it is new. */
  keyOf(name: string, guid: string | null, where: string): string {
    const declared = this.declared.get(name);
    const known = guid ?? declared?.guid ?? null;
    const held = this.rooms.get(name);
    if (held !== undefined && (!this.repeated.has(name) || known === null || held.guid === null || held.guid === known)) {
      held.guid ??= known;
      return held.key;
    }
    const key = held === undefined ? name : `${name}\n${known ?? ''}`;
    if (!this.rooms.has(key)) {
      if (this.rooms.size >= LIMITS.rooms) refuse(where, `The file has more than ${LIMITS.rooms} rooms.`);
      const short = cut(name, LIMITS.name);
      if (short !== name) this.findings.mended('room-name-cut', { ...FILE, where }, `The room's name is longer than ${LIMITS.name} characters: cut.`);
      this.rooms.set(key, { key, name: short, label: name, guid: known, capacity: declared?.capacity, venue: null, upstream: {} });
    }
    return key;
  }

  /** All rooms, in the file's order. A guid that several rooms share says nothing, and is dropped. */
  finish(): ImportedRoom[] {
    const rooms = [...this.rooms.values()];
    const uses = new Map<string, number>();
    for (const { guid } of rooms) if (guid !== null) uses.set(guid, (uses.get(guid) ?? 0) + 1);
    for (const room of rooms) {
      if (room.guid === null) continue;
      if ((uses.get(room.guid) ?? 0) > 1) {
        this.findings.mended('room-guid-repeated', FILE, `Several rooms have the guid ${room.guid}; “${room.name}” is known by its name instead.`);
        room.guid = null;
      } else room.upstream = { guid: room.guid };
    }
    return rooms;
  }
}

function capacityOf(value: unknown): number | null | undefined {
  if (value === undefined || value === null) return undefined;
  const number = Number(oneLine(value) || Number.NaN);
  return Number.isInteger(number) && number >= 0 && number <= 1_000_000 ? number : undefined;
}

/**
 * Names that several rooms have: within one day they come with several guids. Over the days one room may have several guids
 * all the same, since some writers make a new one each time.
 */
export function repeatedRoomNames(days: readonly { rooms: readonly { name: unknown; guid: unknown }[] }[]): Set<string> {
  const repeated = new Set<string>();
  for (const { rooms } of days) {
    const guids = new Map<string, string>();
    for (const room of rooms) {
      const name = oneLine(room.name);
      const guid = uuidOf(room.guid);
      if (guid === null) continue;
      if ((guids.get(name) ?? guid) !== guid) repeated.add(name);
      guids.set(name, guid);
    }
  }
  return repeated;
}

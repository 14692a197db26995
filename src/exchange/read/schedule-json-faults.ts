import type { Fault } from './import-refused.js';
import { listOf, objectOf, step, type JsonObject } from './json-walk.js';
import { LIMITS } from './limits.js';

const MOST = 100;

/**
 * Where a refused schedule.json breaks its schema besides the reason it was refused for, so that all can be put right at
 * once. In files that are taken, the same is mended instead.
 */
export function scheduleJsonFaults(conference: JsonObject): Fault[] {
  const faults: Fault[] = [];
  for (const key of ['title', 'acronym', 'start', 'end', 'timeslot_duration']) {
    if (typeof conference[key] !== 'string') faults.push({ path: step('/schedule/conference', key), message: 'must be a text' });
  }
  for (const { event, pointer } of eventsOf(conference)) {
    faults.push(...eventFaults(event, pointer));
    if (faults.length >= MOST) return faults.slice(0, MOST);
  }
  return faults;
}

function eventFaults(event: JsonObject, pointer: string): Fault[] {
  const faults: Fault[] = [];
  if (!isPositiveInteger(event['id'])) faults.push({ path: step(pointer, 'id'), message: 'must be an integer from 1 on' });
  for (const key of ['guid', 'date', 'start', 'duration', 'room', 'slug', 'title', 'type', 'url']) {
    if (typeof event[key] !== 'string') faults.push({ path: step(pointer, key), message: 'must be a text' });
  }
  for (const [index, value] of listOf(event['persons']).entries()) {
    const person = objectOf(value) ?? {};
    const at = step(step(pointer, 'persons'), index);
    // the schema knows two persons: one with `name`, one with `public_name` and an integer `id`
    if ('id' in person && !Number.isInteger(person['id'])) faults.push({ path: step(at, 'id'), message: 'must be an integer' });
    if (typeof person['name'] !== 'string' && typeof person['public_name'] !== 'string') {
      faults.push({ path: at, message: 'must have a “name”, or a “public_name” and an “id”' });
    }
  }
  return faults;
}

function* eventsOf(conference: JsonObject): Generator<{ event: JsonObject; pointer: string }> {
  let seen = 0;
  for (const [dayIndex, day] of listOf(conference['days']).entries()) {
    const rooms = step(step('/schedule/conference/days', dayIndex), 'rooms');
    for (const [name, events] of Object.entries(objectOf(objectOf(day)?.['rooms']) ?? {})) {
      for (const [index, event] of listOf(events).entries()) {
        if ((seen += 1) > LIMITS.sessions) return;
        yield { event: objectOf(event) ?? {}, pointer: step(step(rooms, name), index) };
      }
    }
  }
}

const isPositiveInteger = (value: unknown): boolean => Number.isInteger(value) && (value as number) > 0;

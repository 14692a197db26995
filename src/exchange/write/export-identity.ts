import { createHash } from 'node:crypto';
import { uuidOf } from '../read/texts.js';

/** Something that a source may have named already. `id` is our own. */
export interface Named {
  id: string;
  upstream: { guid?: unknown; id?: unknown };
}

/** A guid for each, in their order: the source's where it is one and nothing else has it, else our own id. */
export function exportGuids(things: readonly Named[]): string[] {
  const ids = new Set(things.map(({ id }) => id));
  const uses = countBy(things, ({ upstream }) => uuidOf(upstream.guid));
  return things.map(({ id, upstream }) => {
    const guid = uuidOf(upstream.guid);
    return guid !== null && uses.get(guid) === 1 && (guid === id || !ids.has(guid)) ? guid : id;
  });
}

const MOST = 2_147_483_647;

/** A positive integer for each, unique: the source's where nothing else has it, else one made from our own id, always the same. */
export function exportNumbers(things: readonly Named[]): number[] {
  const own = ({ upstream }: Named): number | null => (Number.isInteger(upstream.id) && Number(upstream.id) > 0 && Number(upstream.id) <= MOST ? Number(upstream.id) : null);
  const uses = countBy(things, own);
  const taken = new Set([...uses.keys()]);
  return things.map((thing) => {
    const given = own(thing);
    if (given !== null && uses.get(given) === 1) return given;
    let number = (createHash('sha256').update(thing.id).digest().readUInt32BE(0) % (MOST - 1)) + 1;
    while (taken.has(number)) number = (number % MOST) + 1;
    taken.add(number);
    return number;
  });
}

/** What both the XSD and the JSON schema take for an acronym: at least four of `a-z0-9_`. */
export function exportAcronym(slug: string): string {
  return slug.replaceAll('-', '_').padEnd(4, '_');
}

// what both schemas take for a slug
const SLUG = /^[a-z0-9_]{4,}-[a-z0-9_-]{3,}[a-z0-9]$/;

/** A slug for each, unique: the source's where both schemas take it and nothing else has it, else made of acronym, number and title. */
export function exportSlugs(acronym: string, things: readonly (Named & { number: number; title: string; slug: unknown })[]): string[] {
  const own = (slug: unknown): string | null => (typeof slug === 'string' && slug.length <= 200 && SLUG.test(slug) ? slug : null);
  const uses = countBy(things, ({ slug }) => own(slug));
  const made = things.map(({ number, title }) => `${acronym}-${number}-${slugOf(title)}`);
  const madeUses = new Set(made);
  return things.map(({ slug }, index) => {
    const given = own(slug);
    const fallback = made[index] ?? '';
    return given !== null && uses.get(given) === 1 && (given === fallback || !madeUses.has(given)) ? given : fallback;
  });
}

/** The source's short code for each, where nothing else has it; else null. A session that repeats has one code for all its slots. */
export function exportCodes(things: readonly { upstream: { code?: unknown } }[]): (string | null)[] {
  const own = ({ upstream }: { upstream: { code?: unknown } }): string | null =>
    typeof upstream.code === 'string' && /^[A-Z0-9]{1,40}$/.test(upstream.code) ? upstream.code : null;
  const uses = countBy(things, own);
  return things.map((thing) => {
    const code = own(thing);
    return code !== null && uses.get(code) === 1 ? code : null;
  });
}

function slugOf(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 60).replace(/^-+|-+$/g, '');
  return plain.length >= 4 ? plain : `session${plain === '' ? '' : `-${plain}`}`;
}

/** A name for each room that no other has: its own, else with its city's, its venue's, and last a number. */
export function exportLabels(rooms: readonly { name: string; venue: string; city: string }[]): string[] {
  const spellings = [
    (room: { name: string; venue: string; city: string }) => room.name,
    (room: { name: string; venue: string; city: string }) => `${room.name} (${room.city})`,
    (room: { name: string; venue: string; city: string }) => `${room.name} (${room.venue}, ${room.city})`,
  ];
  const labels = new Map<number, string>();
  const taken = new Set<string>();
  for (const spell of spellings) {
    const uses = countBy(rooms.filter((_, index) => !labels.has(index)), spell);
    for (const [index, room] of rooms.entries()) {
      const label = spell(room);
      if (labels.has(index) || uses.get(label) !== 1 || taken.has(label)) continue;
      labels.set(index, label);
      taken.add(label);
    }
  }
  return rooms.map((room, index) => {
    let label = labels.get(index);
    for (let count = 2; label === undefined; count += 1) {
      const numbered = `${room.name} (${room.city}, ${count})`;
      if (!taken.has(numbered)) label = numbered;
    }
    taken.add(label);
    return label;
  });
}

function countBy<T, K>(things: readonly T[], keyOf: (thing: T) => K | null): Map<K, number> {
  const counts = new Map<K, number>();
  for (const thing of things) {
    const key = keyOf(thing);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

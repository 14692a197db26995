import { FILE, type Findings, type Place } from './findings.js';
import { refuse } from './import-refused.js';
import type { ImportedPerson } from './imported-schedule.js';
import { LIMITS } from './limits.js';
import type { RawPerson } from './raw-schedule.js';
import { cut, manyLines, oneLine, positiveInteger, uuidOf } from './texts.js';

interface Mention {
  name: string;
  /** What the file knows the person by, or null. */
  identity: string | null;
  guid: string | null;
  upstream: Record<string, unknown>;
  biography: string | undefined;
}

/**
 * The persons of a file while it is read. One is known by guid, id or code, else by name. An identity that several names
 * share (real files give everyone unknown the id 0) says nothing, and a bare name is the one known person who bears it.
 */
export class PersonIndex {
  private readonly mentions: Mention[] = [];

  constructor(private readonly findings: Findings) {}

  /** Notes a mention; `keys()` gives its key once all are known. Null for a person without a name. */
  mention(person: RawPerson, place: Place): number | null {
    const whole = oneLine(person.name);
    if (whole === '') {
      this.findings.mended('person-without-name', place, 'A person without a name was left out.');
      return null;
    }
    const name = cut(whole, LIMITS.name);
    if (name !== whole) this.findings.mended('person-name-cut', place, `A person's name is longer than ${LIMITS.name} characters: cut.`);
    const guid = uuidOf(person.guid);
    const id = positiveInteger(person.id);
    const code = oneLine(person.code).slice(0, 100);
    const foreign = oneLine(person.id).slice(0, 100);
    const given = foreign === '' || /^-?\d+$/.test(foreign) ? null : `name-id:${foreign}`;
    const identity = guid ?? (id !== null ? `id:${id}` : code !== '' ? `code:${code}` : given);
    const upstream = { ...(guid === null ? {} : { guid }), ...(id === null ? {} : { id }), ...(code === '' ? {} : { code }) };
    const biography = person.biography === undefined || person.biography === null ? undefined : cut(manyLines(person.biography), LIMITS.text);
    return this.mentions.push({ name, identity, guid, upstream, biography }) - 1;
  }

  /** The persons, and for each mention the key of its person. */
  finish(): { persons: ImportedPerson[]; keys: string[] } {
    const names = new Map<string, Set<string>>();
    for (const { identity, name } of this.mentions) if (identity !== null) addTo(names, identity, name);
    const shared = [...names].filter(([, bearers]) => bearers.size > 1);
    for (const [identity, bearers] of shared) {
      this.findings.accepted('person-id-repeated', FILE, `${bearers.size} persons are called ${identity}: ${some(bearers)}. Each is kept.`);
    }
    const identities = new Map<string, Set<string>>();
    for (const { identity, name } of this.mentions) if (identity !== null) addTo(identities, name, identity);

    const persons = new Map<string, ImportedPerson>();
    const nameless = new Set<string>();
    const keys = this.mentions.map((mention) => {
      const ambiguous = mention.identity !== null && (names.get(mention.identity)?.size ?? 0) > 1;
      if (mention.identity === null) nameless.add(mention.name);
      const bearers = identities.get(mention.name);
      const [only] = bearers?.size === 1 ? bearers : [];
      const identity = mention.identity ?? (only !== undefined && (names.get(only)?.size ?? 0) === 1 ? only : null);
      const key = identity === null ? `name:${mention.name}` : ambiguous ? `${identity}\n${mention.name}` : identity;
      const held = persons.get(key);
      if (held === undefined) {
        const { name, guid, upstream, biography } = mention;
        persons.set(key, { key, name, guid: ambiguous ? null : guid, biography, upstream: ambiguous ? {} : upstream });
      } else {
        if (held.biography === undefined || held.biography === '') held.biography = mention.biography ?? held.biography;
        held.upstream = { ...mention.upstream, ...held.upstream };
      }
      return key;
    });
    if (persons.size > LIMITS.persons) refuse('', `The file has more than ${LIMITS.persons} persons.`);
    if (nameless.size > 0) {
      this.findings.mended('person-without-id', FILE, `${nameless.size} persons have no id of their own and are known by name: ${some(nameless)}.`);
    }
    return { persons: [...persons.values()], keys };
  }
}

function addTo(index: Map<string, Set<string>>, key: string, value: string): void {
  const held = index.get(key);
  if (held === undefined) index.set(key, new Set([value]));
  else held.add(value);
}

const some = (names: ReadonlySet<string>): string => [...names].slice(0, 5).join(', ') + (names.size > 5 ? ' …' : '');

import type { SpeakerId } from '../../contract/ids.js';
import { newId } from '../../platform/new-id.js';
import type { ImportedPerson, ImportedSchedule } from '../read/imported-schedule.js';
import { manyLines, oneLine } from '../read/texts.js';
import type { ExistingSpeaker } from './existing.queries.js';

export interface SpeakerRow { id: SpeakerId; name: string; biography: string; source: string; sourceKey: string; upstream: Record<string, unknown> }
export interface SpeakerUpdate { id: SpeakerId; name: string; biography: string }

export interface PeopleContext {
  source: string;
  /** For a file that this conference was exported to: its speakers by the guid that they were exported under, and what it said of them. */
  own: ReadonlyMap<string, SpeakerId>;
  said: ReadonlyMap<string, ImportedPerson>;
}

/** Finds the file's persons among the conference's speakers, or plans them, as they are asked for. */
export class PeoplePlanner {
  readonly added: SpeakerRow[] = [];
  readonly updates: SpeakerUpdate[] = [];
  private readonly persons: ReadonlyMap<string, ImportedPerson>;
  private readonly settled = new Map<string, SpeakerId>();
  private readonly byKey: ReadonlyMap<string, ExistingSpeaker>;
  private readonly byGuid: ReadonlyMap<string, ExistingSpeaker>;
  private readonly byId: ReadonlyMap<SpeakerId, ExistingSpeaker>;
  private readonly byName = new Map<string, ExistingSpeaker | null>();

  constructor(speakers: readonly ExistingSpeaker[], schedule: ImportedSchedule, private readonly context: PeopleContext) {
    this.persons = new Map(schedule.persons.map((person) => [person.key, person]));
    this.byKey = new Map(speakers.filter(({ source }) => source === context.source).map((speaker) => [speaker.sourceKey ?? '', speaker]));
    this.byGuid = new Map(speakers.flatMap((speaker) => (speaker.upstream.guid === undefined ? [] : [[speaker.upstream.guid, speaker] as const])));
    this.byId = new Map(speakers.map((speaker) => [speaker.id, speaker]));
    for (const speaker of speakers) {
      const name = oneLine(speaker.name);
      this.byName.set(name, this.byName.has(name) ? null : speaker);
    }
  }

  /** The speaker of that key in the file. */
  speakerOf(key: string): SpeakerId {
    const known = this.settled.get(key);
    if (known !== undefined) return known;
    const person = this.persons.get(key);
    if (person === undefined) throw new Error(`the file refers to a person it does not hold: ${key}`);
    const held = this.match(person);
    if (held !== null) this.update(held, person);
    const id = held?.id ?? this.add(person);
    this.settled.set(key, id);
    return id;
  }

  private match(person: ImportedPerson): ExistingSpeaker | null {
    const own = this.context.own.get(person.key);
    if (own !== undefined) return this.byId.get(own) ?? null;
    const keyed = this.byKey.get(person.key) ?? (person.guid === null ? undefined : this.byGuid.get(person.guid));
    // without an id of its own a person is the one who bears the name, if there is one
    return keyed ?? (person.key.startsWith('name:') ? (this.byName.get(person.name) ?? null) : null);
  }

  private add(person: ImportedPerson): SpeakerId {
    const { key, name, biography = '', upstream } = person;
    const id = newId<SpeakerId>();
    this.added.push({ id, name, biography, source: this.context.source, sourceKey: key, upstream });
    return id;
  }

  private update(held: ExistingSpeaker, person: ImportedPerson): void {
    const said = this.context.said.get(person.key);
    if (said === undefined && held.source !== this.context.source) return;
    const name = person.name === (said?.name ?? oneLine(held.name)) ? held.name : person.name;
    const biography =
      person.biography === undefined || person.biography === (said?.biography ?? manyLines(held.biography)) ? held.biography : person.biography;
    if (name !== held.name || biography !== held.biography) this.updates.push({ id: held.id, name, biography });
  }
}

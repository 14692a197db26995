import { Raw, type FindOperator } from 'typeorm';
import type { SessionQuery } from '../contract/agenda-requests.js';
import type { SessionId } from '../contract/ids.js';

/** What is asked of a session, in SQL that calls its row `o`. */
export interface Condition {
  sql: string;
  values: Record<string, unknown>;
}

/** The keys of the sessions of which all of the conditions are true. */
export function sessionsThat(conditions: readonly Condition[]): FindOperator<SessionId> {
  const all = conditions.map(({ sql }) => ` AND (${sql})`).join('');
  const values = Object.assign({}, ...conditions.map((condition) => condition.values)) as Record<string, unknown>;
  return Raw((id) => `${id} IN (SELECT o.id FROM session o WHERE true${all})`, values) as FindOperator<SessionId>;
}

const IN_DRAFT = `SELECT FROM slot d WHERE d.session_id = o.id AND d.plan = 'draft'`;

export function filters({ search, cityId, trackId, state }: SessionQuery): Condition[] {
  return [
    ...(search === undefined || search === '' ? [] : [{ sql: MATCHES, values: { search: `%${escapeLike(search)}%` } }]),
    ...(cityId === undefined ? [] : [{ sql: IN_CITY, values: { city: cityId } }]),
    ...(trackId === undefined ? [] : [{ sql: 'o.track_id = :track', values: { track: trackId } }]),
    ...(state === undefined ? [] : [{ sql: STATES[state], values: {} }]),
  ];
}

const STATES: Readonly<Record<NonNullable<SessionQuery['state']>, string>> = {
  scheduled: `EXISTS (${IN_DRAFT} AND NOT d.cancelled)`,
  unscheduled: `NOT EXISTS (${IN_DRAFT})`,
  cancelled: `EXISTS (${IN_DRAFT} AND d.cancelled)`,
};

const IN_CITY = `
  EXISTS (SELECT FROM slot s JOIN room r ON r.id = s.room_id JOIN venue v ON v.id = r.venue_id WHERE s.session_id = o.id AND v.city_id = :city)
  OR (o.city_id = :city AND NOT EXISTS (SELECT FROM slot s WHERE s.session_id = o.id))`;

// Arabic and Persian keyboards write two letters differently
const fold = (text: string): string => `translate(lower(${text}), 'يك', 'یک')`;
const MATCHES = `${fold('o.title')} LIKE ${fold(':search')}
  OR EXISTS (SELECT FROM appearance a JOIN speaker k ON k.id = a.speaker_id WHERE a.session_id = o.id AND ${fold('k.name')} LIKE ${fold(':search')})`;

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

import { z } from 'zod';
import { DateText } from './scalars.js';

const WallTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: 'Give a time of the day, such as 09:00.' });

/**
 * When a room is open, in its city's zone. `on: null` says every day; a day that is named says all of that day, with
 * `opens` and `closes` null: closed. What closes before it opens closes the day after. None at all: always open.
 */
export const OpeningHours = z
  .strictObject({ on: DateText.nullable(), opens: WallTime.nullable(), closes: WallTime.nullable() })
  .refine(({ opens, closes }) => (opens === null) === (closes === null), { error: 'Give both times, or neither.', path: ['closes'] });
export type OpeningHours = z.infer<typeof OpeningHours>;

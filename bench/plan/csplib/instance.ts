import { z } from 'zod';

const Penalties = z.array(z.number());

/** An instance of CSPLib, as the library's spreadsheets were written down in JSON. What is left out costs nothing. */
const Instance = z.object({
  name: z.string().default(''),
  weights: z.record(z.string(), z.number()).default({}),
  tz: z.object({
    local: z.string().default('GMT+0'),
    suitFrom: z.number().default(0),
    suitTo: z.number().default(1440),
    lessFrom: z.number().default(0),
    lessTo: z.number().default(1440),
    small: z.number().default(0),
    big: z.number().default(0),
  }).prefault({}),
  sessions: z.array(z.object({ id: z.string().optional(), slots: z.number().int().min(0), start: z.number().default(0), end: z.number().default(0) })),
  rooms: z.array(z.unknown()),
  tracks: z.array(z.object({ id: z.string().optional(), chairs: z.array(z.string()).default([]) })),
  submissions: z.array(z.object({
    id: z.string().optional(),
    track: z.number().int().min(0),
    slots: z.number().int().min(1).default(1),
    order: z.number().int().default(0),
    tz: z.string().optional(),
    presenters: z.array(z.string()).default([]),
    attendees: z.array(z.string()).default([]),
    sp: Penalties.default([]),
    rp: Penalties.default([]),
  })),
  ts: z.array(Penalties).default([]),
  tr: z.array(Penalties).default([]),
  sr: z.array(Penalties).default([]),
  tt: z.array(Penalties).default([]),
});

export type Instance = z.infer<typeof Instance>;

/** Throws with what is wrong when the text is no instance. */
export function readInstance(text: string): Instance {
  const instance = Instance.parse(JSON.parse(text));
  if (instance.rooms.length === 0 || instance.sessions.length === 0) throw new Error('there are no rooms or no sessions');
  for (const [n, submission] of instance.submissions.entries()) {
    if (submission.track >= instance.tracks.length) throw new Error(`submissions[${n}] is of track ${submission.track}, which is not there`);
  }
  return instance;
}

/** Whether a JSON file is one at all: a folder may hold others. */
export function looksLikeInstance(text: string): boolean {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null && 'submissions' in value && 'sessions' in value && 'rooms' in value;
  } catch {
    return false;
  }
}

/** An answer to an instance: for each session and room the submissions that stand there, one after another from its first slot. */
export type Timetable = number[][][];

/** Minutes that a zone such as `GMT+8`, `GMT-3:30` or `UTC` is ahead of UTC. Throws on another spelling. */
export function zoneOffset(zone: string): number {
  const [, sign = '+', hours = '0', minutes = '0'] = /^(?:GMT|UTC|Z)?\s*(?:([+-])(\d{1,2})(?::?(\d{2}))?)?$/i.exec(zone.trim()) ?? never(zone);
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function never(zone: string): never {
  throw new Error(`"${zone}" is no zone of the form GMT+2`);
}

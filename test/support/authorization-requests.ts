import { createECDH, randomBytes, randomUUID } from 'node:crypto';
import { newId } from '../../src/platform/new-id.js';
import type { Surroundings } from './a-world-of-roles.js';

/** What is put in the place of a route's parameter, by what stands before it in the address. */
const IDS: Readonly<Record<string, keyof Surroundings>> = {
  cities: 'cityId', venues: 'venueId', rooms: 'roomId', uplinks: 'uplinkId', tracks: 'trackId', sessions: 'sessionId', speakers: 'speakerId',
  members: 'memberId', 'my-slots': 'sessionId', tickets: 'ticketId', attendees: 'registrationId', 'check-ins': 'checkInId',
  channels: 'channelId', inputs: 'inputId', recordings: 'recordingId',
};

/** The address that a route has in these surroundings, and a body that is valid there. */
export function requestFor(route: string, at: Surroundings): { method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'; path: string; body: unknown } {
  const [method, pattern] = route.split(' ') as ['GET', string];
  const parts = pattern.split('/');
  const path = parts.map((part, index) => (part.startsWith(':') ? valueOf(part.slice(1), parts[index - 1] ?? '', pattern, at) : part)).join('/');
  const body = BODIES[route]?.(at);
  return { method, path: path + (QUERIES[route]?.(at) ?? ''), body: body ?? (method === 'GET' || method === 'DELETE' ? undefined : {}) };
}

function valueOf(name: string, before: string, pattern: string, at: Surroundings): string {
  if (name === 'slug') return at.slug;
  if (name === 'bookingId') return at.bookingId;
  if (name === 'token') return at.invitationToken;
  if (name === 'format') return 'schedule.json';
  if (name === 'number') return '1';
  if (name === 'key') return 'k'.repeat(22);
  if (name === 'file') return 'main.m3u8';
  if (name === 'inputId') return at.inputId;
  if (before === 'invitations' && pattern.includes('/team/')) return at.invitationId;
  const known = IDS[before];
  return known === undefined ? newId() : at[known];
}

const QUERIES: Readonly<Record<string, (at: Surroundings) => string>> = {
  'DELETE /api/conferences/:slug': ({ slug }) => `?confirm=${slug}`,
  'GET /api/conferences/:slug/agenda/changes': () => '?since=0',
  'GET /api/conferences/:slug/releases/compare': () => '?from=1&to=draft',
};

/** Bodies of routes that look at what a body names before they decide. Others are asked with an empty one. */
const BODIES: Readonly<Record<string, (at: Surroundings) => unknown>> = {
  'POST /api/conferences': () => ({ slug: `conf-${newId<string>().slice(-12)}`, title: 'New', zone: 'Europe/Paris', startsOn: '2026-11-24', endsOn: '2026-11-25' }),
  'POST /api/conferences/:slug/cities': () => ({ name: 'New', zone: 'Europe/Paris' }),
  'POST /api/conferences/:slug/venues': ({ cityId }) => ({ name: 'New', cityId }),
  'POST /api/conferences/:slug/rooms': ({ venueId }) => ({ name: 'New', venueId }),
  'POST /api/conferences/:slug/uplinks': ({ venueId }) => ({ name: 'New', venueId, kind: 'internet' }),
  'POST /api/conferences/:slug/uplinks/:id/bookings': () => ({ startsAt: '2026-11-25T08:00:00Z', endsAt: '2026-11-25T09:00:00Z' }),
  'POST /api/conferences/:slug/tracks': () => ({ name: 'New' }),
  'POST /api/conferences/:slug/speakers': () => ({ name: 'New' }),
  'POST /api/conferences/:slug/sessions': ({ cityId }) => ({ title: 'New', cityId }),
  'PUT /api/conferences/:slug/sessions/:id/slot': ({ roomId }) => ({ roomId, startsAt: '2026-11-25T08:00:00Z', endsAt: '2026-11-25T09:00:00Z' }),
  'PUT /api/conferences/:slug/sessions/:id/slot/waiver': () => ({ reason: 'On purpose.' }),
  'POST /api/conferences/:slug/draft-edits': ({ sessionId, roomId }) => ({
    set: [{ sessionId, expected: 0, to: { roomId, startsAt: '2026-11-25T08:00:00Z', endsAt: '2026-11-25T09:00:00Z' } }], what: 'move', requestId: randomUUID(),
  }),
  'POST /api/conferences/:slug/plan-runs': () => ({ iterations: 1_000, seconds: 1 }),
  'POST /api/conferences/:slug/plan-runs/:id/take': () => ({ requestId: randomUUID() }),
  'POST /api/conferences/:slug/releases/:number/restore': () => ({ requestId: randomUUID() }),
  'POST /api/conferences/:slug/live-changes': ({ sessionId }) => ({ change: 'delay', sessionId, minutes: 5 }),
  'POST /api/conferences/:slug/live-changes/preview': ({ roomId }) => ({ changes: [{ change: 'room-lost', roomId, from: '2026-11-24T08:00:00Z', until: '2026-11-24T08:30:00Z' }] }),
  'POST /api/conferences/:slug/revisions/:number/revert': () => ({ reason: 'Too early.' }),
  'POST /api/conferences/:slug/team/invitations': ({ cityId }) => ({ email: `new-${newId<string>()}@people.example`, role: 'city-host', cityId }),
  'PUT /api/conferences/:slug/rooms/:id/technical-note': () => ({ text: 'Two microphones.' }),
  'PUT /api/conferences/:slug/sessions/:id/technical-note': () => ({ text: 'Two microphones.' }),
  'POST /api/conferences/:slug/speakers/:id/invitation': () => ({ email: `new-${newId<string>()}@people.example` }),
  'PUT /api/conferences/:slug/my-availability': () => ({ zone: 'Europe/Paris', windows: [] }),
  'POST /api/conferences/:slug/my-slots/:id/answer': () => ({ state: 'confirmed', startsAt: '2026-11-24T09:00:00Z' }),
  'PUT /api/conferences/:slug/registration': () => ({ venueId: null }),
  'POST /api/conferences/:slug/check-ins': ({ venueId, ticketId }) => ({ venueId, items: [{ id: newId(), at: '2026-11-24T08:00:00Z', by: { kind: 'ticket', ticketId } }] }),
  'POST /api/conferences/:slug/channels': ({ roomId }) => ({ kind: 'stage', roomId }),
  'POST /api/conferences/:slug/channels/:id/inputs': () => ({ kind: 'rtmp', role: 'backup' }),
  'POST /api/conferences/:slug/channels/:id/switch': () => ({ choice: 'slate' }),
  'PUT /api/conferences/:slug/channels/:id/recording': () => ({ recording: 'off' }),
  'PUT /api/conferences/:slug/sessions/:id/recording': () => ({ wanted: false }),
  'PATCH /api/conferences/:slug/recordings/:id': () => ({ shownFrom: null, shownTo: null }),
  'PUT /api/conferences/:slug/programme/run-of-show': ({ channelId }) => ({ items: [{ at: new Date(Date.now() + 3_600_000).toISOString(), to: channelId }] }),
  'POST /api/conferences/:slug/programme/hand-over': ({ channelId }) => ({ to: channelId }),
  'POST /api/mediamtx/auth': () => ({ action: 'publish', path: 'live/key' }),
  'POST /api/mediamtx/hooks': () => ({ event: 'ready', path: 'live/key' }),
  'PATCH /api/me/passkeys/:id': () => ({ label: 'Key' }),
  'POST /api/me/notifications/seen': () => ({ id: newId() }),
  'PUT /api/me/notification-preferences': () => ({ kind: 'slot-changed', inApp: true, mail: true, push: true }),
  'PUT /api/me/push': () => ({
    endpoint: `https://push.example.org/${newId<string>()}`,
    keys: { p256dh: createECDH('prime256v1').generateKeys('base64url'), auth: randomBytes(16).toString('base64url') },
  }),
  'PUT /api/me/following': () => ({ isOn: true }),
  'POST /api/me/followed-sessions/:slug': ({ sessionId }) => ({ add: [sessionId], remove: [] }),
  'PUT /api/conferences/:slug/team/members/:id': ({ venueId }) => ({ role: 'stage-crew', venueId }),
};

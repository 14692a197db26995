import type { DoorList } from '@contract/attendance.js';
import { judgeOffline, type Shown } from './judge-offline.js';
import type { ReadTicket } from './read-ticket.js';

const list = {
  venueId: 'venue',
  venue: 'Venue of Lyon',
  conferenceId: 'conference',
  madeAt: '2026-11-24T08:00:00.000Z',
  publicKey: { kty: 'OKP', crv: 'Ed25519', x: '' },
  tickets: [
    { id: 'expected', shortCode: '7K3M9QXA', handle: 'Calm Heron', checkedInAt: null },
    { id: 'inside', shortCode: '00000000', handle: 'Quiet Owl', checkedInAt: '2026-11-24T09:00:00.000Z' },
  ],
} as unknown as DoorList;

const token: Shown = { kind: 'token', token: 'scanned' };
const reads = (ticketId: string, more: Partial<ReadTicket> = {}): ReadTicket => ({ ticketId, conferenceId: 'conference', venueId: 'venue', genuine: true, ...more });
const nobody = new Map<string, string>();
const letInHere = new Map([['expected', '2026-11-24T10:00:00.000Z'], ['newer', '2026-11-24T10:05:00.000Z']]);

test.each<[string, Shown, ReadTicket | null, ReadonlyMap<string, string>, string, string | null]>([
  ['one who is expected', token, reads('expected'), nobody, 'admitted', null],
  ['one who is inside', token, reads('inside'), nobody, 'already', '2026-11-24T09:00:00.000Z'],
  ['one whom this door let in', token, reads('expected'), letInHere, 'already', '2026-11-24T10:00:00.000Z'],
  ['by code', { kind: 'code', code: '7K3M9QXA' }, null, nobody, 'admitted', null],
  ['by code, twice', { kind: 'code', code: '7K3M9QXA' }, null, letInHere, 'already', '2026-11-24T10:00:00.000Z'],
  ['a code that is on no list', { kind: 'code', code: 'ZZZZZZZZ' }, null, nobody, 'unknown', null],
  ['chosen from the list', { kind: 'ticket', ticketId: 'expected' }, null, nobody, 'admitted', null],
  ['no ticket', token, null, nobody, 'unknown', null],
  ['a forged ticket', token, reads('expected', { genuine: false }), nobody, 'unknown', null],
  ['where the browser cannot check, one of the list', token, reads('expected', { genuine: null }), nobody, 'admitted', null],
  ['where the browser cannot check, one of no list', token, reads('newer', { genuine: null }), nobody, 'unsure', null],
  ['genuine, newer than the list or replaced', token, reads('newer'), nobody, 'unsure', null],
  ['the same, let in before', token, reads('newer'), letInHere, 'already', '2026-11-24T10:05:00.000Z'],
  ['of another venue', token, reads('elsewhere', { venueId: 'other' }), nobody, 'other-venue', null],
  ['remote', token, reads('remote', { venueId: null }), nobody, 'other-venue', null],
  ['of another conference', token, reads('foreign', { conferenceId: 'other' }), nobody, 'other-conference', null],
  ['forged, of another conference', token, reads('foreign', { conferenceId: 'other', genuine: false }), nobody, 'unknown', null],
])('%s', (_case, shown, read, here, outcome, at) => {
  expect(judgeOffline(shown, read, list, here)).toMatchObject({ outcome, at });
});

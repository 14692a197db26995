import type { Agenda, AgendaSession } from '@contract/agenda.js';
import type { RoomId, SessionId } from '@contract/ids.js';
import type { AppliedSlot } from '@contract/live-day.js';
import { beginRehearsal, logOf, rehearse, takeBack } from './rehearsal.js';

const AT = '2026-11-24T09:10:00.000Z';
const session = (id: string, startsAt: string, endsAt: string): AgendaSession => ({
  id: id as SessionId, title: id, subtitle: '', kind: 'talk', language: null, trackId: null, roomId: 'hall' as RoomId, startsAt, endsAt, anchor: 'floating',
  status: 'scheduled', cancelReason: '', overlapWaived: false, appearances: [], url: null, replayId: null,
});
const agenda = {
  revision: 7, cities: {}, venues: {}, rooms: {}, tracks: {}, speakers: {}, channels: {},
  sessions: { a: session('a', '2026-11-24T09:00:00.000Z', '2026-11-24T09:30:00.000Z'), b: session('b', '2026-11-24T09:30:00.000Z', '2026-11-24T10:00:00.000Z') },
} as unknown as Agenda;
const put = (id: string, startsAt: string, endsAt: string, more: Partial<AppliedSlot> = {}): AppliedSlot => ({
  sessionId: id as SessionId, roomId: 'hall' as RoomId, startsAt, endsAt, cancelled: false, cancelReason: '', ...more,
});
const late = [put('a', '2026-11-24T09:00:00.000Z', '2026-11-24T09:40:00.000Z'), put('b', '2026-11-24T09:40:00.000Z', '2026-11-24T10:10:00.000Z')];

describe('a rehearsal', () => {
  it('makes the facts that the server would make, on a copy', () => {
    const { agenda: copy, steps } = rehearse(beginRehearsal(agenda), late, 'slow', null, AT);
    expect(steps.map(({ revision }) => [revision.revision, revision.note, revision.changes.map(({ change }) => change)])).toEqual([[8, 'slow', ['session.extended', 'session.delayed']]]);
    expect([copy.sessions['a']?.endsAt, copy.sessions['b']?.startsAt]).toEqual(['2026-11-24T09:40:00.000Z', '2026-11-24T09:40:00.000Z']);
    expect([agenda.revision, agenda.sessions['a']?.endsAt]).toEqual([7, '2026-11-24T09:30:00.000Z']);
  });

  it('takes a step back to where everything was', () => {
    const done = rehearse(beginRehearsal(agenda), late, 'slow', null, AT);
    const back = takeBack(done, done.steps[0]!.revision, '', AT);
    expect(back.agenda.sessions).toEqual(agenda.sessions);
    expect(logOf(back, 'Mina').map(({ revision, canRevert, by }) => [revision.revision, canRevert, by])).toEqual([[9, true, 'Mina'], [8, false, 'Mina']]);
  });

  it('does not take back what was changed since, and spends no step on what changes nothing', () => {
    const done = rehearse(beginRehearsal(agenda), late, 'slow', null, AT);
    const later = rehearse(done, [put('b', '2026-11-24T09:50:00.000Z', '2026-11-24T10:20:00.000Z')], '', null, AT);
    expect(takeBack(later, done.steps[0]!.revision, '', AT)).toBe(later);
    expect(rehearse(done, late, 'again', null, AT)).toBe(done);
  });

  it('cancels with a reason', () => {
    const { agenda: copy } = rehearse(beginRehearsal(agenda), [put('b', '2026-11-24T09:30:00.000Z', '2026-11-24T10:00:00.000Z', { cancelled: true, cancelReason: 'ill' })], '', null, AT);
    expect([copy.sessions['b']?.status, copy.sessions['b']?.cancelReason]).toEqual(['cancelled', 'ill']);
  });
});

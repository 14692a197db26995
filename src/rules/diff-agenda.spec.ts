import fc from 'fast-check';
import type { Agenda } from '../contract/agenda.js';
import type { Channel } from '../contract/channel.js';
import type { ChannelId, RoomId } from '../contract/ids.js';
import { anyPublished } from '../../test/support/any-published.js';
import { applyChanges, applyRevision, applyTextChanges } from './apply-changes.js';
import { diffAgenda, type Published } from './diff-agenda.js';

describe('the difference of two published agendas', () => {
  it('leads from one to the other, agenda and texts', () => {
    fc.assert(
      fc.property(anyPublished(), anyPublished(), (before, after) => {
        const changes = diffAgenda(before, after);
        expect(applyChanges({ ...before.agenda, revision: 0 }, changes)).toEqual({ ...after.agenda, revision: 0 });
        expect(applyTextChanges({ ...before.texts, revision: 0 }, changes)).toEqual({ ...after.texts, revision: 0 });
      }),
      { numRuns: 500 },
    );
  });

  it('of an agenda and itself is nothing', () => {
    fc.assert(fc.property(anyPublished(), (published) => expect(diffAgenda(published, structuredClone(published))).toEqual([])));
  });

  it('is not applied to the agenda that was given, which others hold', () => {
    fc.assert(
      fc.property(anyPublished(), anyPublished(), (before, after) => {
        const held = { ...before.agenda, revision: 4 };
        const copy = structuredClone(held);
        applyRevision(held, { revision: 5, at: '2026-11-24T09:00:00.000Z', kind: 'live', release: null, note: '', changes: diffAgenda(before, after) });
        expect(held).toEqual(copy);
      }),
    );
  });
});

describe('the words for what can be watched', () => {
  const stage: Channel = { id: 'stage' as ChannelId, kind: 'stage', roomId: 'hall' as RoomId, state: 'live', onAirChannelId: null, languages: ['en'], access: 'public' };
  const [empty] = fc.sample(anyPublished(), { numRuns: 1, seed: 1 }).map((published) => ({ ...published, agenda: { ...published.agenda, channels: {} } }));
  const having = (...channels: Channel[]): Published => ({ ...empty!, agenda: { ...empty!.agenda, channels: Object.fromEntries(channels.map((one) => [one.id, one])) } });

  it.each<[string, Published, Published, object[]]>([
    ['a new one is put', having(), having(stage), [{ change: 'channel.put', channel: stage }]],
    ['one on its backup has changed', having(stage), having({ ...stage, state: 'backup' }),
      [{ change: 'channel.changed', channelId: 'stage', from: { state: 'live', onAirChannelId: null }, to: { state: 'backup', onAirChannelId: null } }]],
    ['other languages are put, also where its state is another', having(stage), having({ ...stage, state: 'slate', languages: [] }),
      [{ change: 'channel.put', channel: { ...stage, state: 'slate', languages: [] } }]],
    ['one that is gone is removed', having(stage), having(), [{ change: 'channel.removed', channelId: 'stage' }]],
  ])('%s', (_name, before, after, changes) => {
    expect(diffAgenda(before, after)).toEqual(changes);
  });

  it('are understood by who holds an agenda of before there were channels', () => {
    const agenda: Partial<Agenda> = { ...having().agenda, revision: 3 };
    delete agenda.channels;
    expect(applyChanges(agenda as Agenda, diffAgenda(having(), having(stage))).channels).toEqual({ stage });
    expect(applyChanges(agenda as Agenda, diffAgenda(having(stage), having({ ...stage, state: 'off' }))).channels).toEqual({});
  });
});

describe('the words for a new placement', () => {
  const [published] = fc.sample(anyPublished().filter((p) => Object.values(p.agenda.sessions).some((s) => s.status === 'scheduled')), { numRuns: 1, seed: 7 });
  if (published === undefined) throw new Error('no sample');
  const [session] = Object.values(published.agenda.sessions);
  if (session === undefined) throw new Error('no session');
  const later = (text: string, minutes: number): string => new Date(Date.parse(text) + minutes * 60_000).toISOString();
  const placed = (patch: object): string[] => {
    const after = structuredClone(published);
    Object.assign(after.agenda.sessions[session.id] as object, patch);
    return diffAgenda(published, after).map((change) => `${change.change}${'minutes' in change ? ` ${change.minutes}` : ''}`);
  };

  it.each([
    ['a later start of the same length is a delay', { startsAt: later(session.startsAt, 12), endsAt: later(session.endsAt, 12) }, ['session.delayed 12']],
    ['an earlier start is a move', { startsAt: later(session.startsAt, -12), endsAt: later(session.endsAt, -12) }, ['session.moved']],
    ['a later end is an extension', { endsAt: later(session.endsAt, 5) }, ['session.extended 5']],
    ['an earlier end is a negative extension', { endsAt: later(session.endsAt, -5) }, ['session.extended -5']],
    ['a later start and another length is a move', { startsAt: later(session.startsAt, 5), endsAt: later(session.endsAt, 10) }, ['session.moved']],
    ['another room is a move, also when it is later', { roomId: 'elsewhere', startsAt: later(session.startsAt, 5), endsAt: later(session.endsAt, 5) }, ['session.moved']],
  ])('%s', (_name, patch, expected) => {
    expect(placed(patch)).toEqual(expected);
  });
});

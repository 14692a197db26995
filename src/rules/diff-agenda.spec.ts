import fc from 'fast-check';
import { anyPublished } from '../../test/support/any-published.js';
import { applyChanges, applyRevision, applyTextChanges } from './apply-changes.js';
import { diffAgenda } from './diff-agenda.js';

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

import type { Change, Placement } from '../contract/changes.js';
import type { RoomId, SessionId } from '../contract/ids.js';
import { invertRevision, stillStands } from './invert-revision.js';

const id = 'a' as SessionId;
const at = (startsAt: string, roomId = 'hall'): Placement => ({ roomId: roomId as RoomId, startsAt, endsAt: `${startsAt} and a half` });
const moved: Change = { change: 'session.moved', sessionId: id, from: at('nine'), to: at('ten', 'stage') };

describe('taking a revision back', () => {
  it('leads from where each session is now to where it was before', () => {
    expect(invertRevision([moved, { change: 'session.cancelled', sessionId: id, reason: 'ill' }, { change: 'session.reinstated', sessionId: 'b' as SessionId }])).toEqual([
      { sessionId: id, placement: { now: at('ten', 'stage'), back: at('nine') }, status: { now: 'cancelled', back: 'scheduled' } },
      { sessionId: 'b', status: { now: 'scheduled', back: 'cancelled' } },
    ]);
  });

  it('is not possible for what does not say how it was before', () => {
    expect(invertRevision([moved, { change: 'session.edited', sessionId: id, set: { title: 'New' } }])).toBeNull();
    expect(invertRevision([{ change: 'session.withdrawn', sessionId: id }])).toBeNull();
  });

  it.each([
    ['as it was left', at('ten', 'stage'), 'scheduled', true],
    ['in another room', at('ten'), 'scheduled', false],
    ['at another time', at('eleven', 'stage'), 'scheduled', false],
    ['cancelled, which the move did not concern', at('ten', 'stage'), 'cancelled', true],
  ] as const)('asks whether the session is still %s', (_name, placement, status, expected) => {
    const [undoing] = invertRevision([moved]) ?? [];
    expect(undoing !== undefined && stillStands(undoing, { ...placement, status })).toBe(expected);
  });
});

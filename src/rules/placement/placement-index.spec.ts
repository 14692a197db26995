import fc from 'fast-check';
import { anyPlacement, anySlot } from '../../../test/support/placement/any-placement.js';
import { comparable } from '../../../test/support/placement/same-findings.js';
import type { SessionId } from '../../contract/ids.js';
import { checkPlacement } from './check-placement.js';
import { PlacementIndex, type Move } from './placement-index.js';
import type { Placement } from './world.js';

/** A conference, and edits of it that make sense on its days. */
const anyEdits = anyPlacement.chain(({ world, placement }) => {
  const from = Date.parse(`${world.startsOn}T00:00Z`);
  const anyMove: fc.Arbitrary<Move> = fc.record({ sessionId: fc.constantFrom(...world.sessions.keys()), slot: fc.option(anySlot(from)) });
  return fc.record({ world: fc.constant(world), placement: fc.constant(placement), edits: fc.array(anyMove, { minLength: 1, maxLength: 12 }) });
});

function after(placement: Placement, moves: readonly Move[]): Placement {
  const moved = new Map(placement);
  for (const { sessionId, slot } of moves) {
    if (slot === null) moved.delete(sessionId);
    else moved.set(sessionId, slot);
  }
  return moved;
}

const concerning = (ids: readonly SessionId[], world: Parameters<typeof checkPlacement>[0], placement: Placement): string[] =>
  comparable(checkPlacement(world, placement).filter(({ sessions }) => sessions.some((id) => ids.includes(id))));

it('has after each edit what a full check of the new placement has', () => {
  fc.assert(fc.property(anyEdits, ({ world, placement, edits }) => {
    const index = new PlacementIndex(world, placement);
    let expected = placement;
    for (const edit of edits) {
      index.set(edit.sessionId, edit.slot);
      expected = after(expected, [edit]);
      expect(index.findings()).toEqual(checkPlacement(world, expected));
      expect(new Map(index.placement)).toEqual(new Map(expected));
    }
    for (const id of world.sessions.keys()) expect(comparable(index.findingsOf(id))).toEqual(concerning([id], world, expected));
  }));
});

it('has the same when many edits came before somebody asks', () => {
  fc.assert(fc.property(anyEdits, ({ world, placement, edits }) => {
    const index = new PlacementIndex(world, placement);
    for (const { sessionId, slot } of edits) index.set(sessionId, slot);
    expect(index.findings()).toEqual(checkPlacement(world, after(placement, edits)));
  }));
});

it('says what a move would bring, and stays as it was', () => {
  fc.assert(fc.property(anyEdits, ({ world, placement, edits }) => {
    const index = new PlacementIndex(world, placement);
    for (const { sessionId, slot } of edits) {
      if (slot !== null) expect(comparable(index.findingsFor(sessionId, slot))).toEqual(concerning([sessionId], world, after(placement, [{ sessionId, slot }])));
    }
    expect(index.findings()).toEqual(checkPlacement(world, placement));
  }));
});

it('says what several moves at once would bring, and stays as it was', () => {
  fc.assert(fc.property(anyEdits, ({ world, placement, edits }) => {
    const index = new PlacementIndex(world, placement);
    const moved = after(placement, edits);
    const still = edits.map(({ sessionId }) => sessionId).filter((id) => moved.has(id));
    expect(comparable(index.findingsIf(edits))).toEqual(concerning(still, world, moved));
    expect(index.findings()).toEqual(checkPlacement(world, placement));
  }));
});

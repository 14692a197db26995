import type { SessionId } from '../../../src/contract/ids.js';
import type { Finding } from '../../../src/rules/finding.js';
import { whoHasNight } from '../../../src/rules/placement/alone/unfriendly-hour.js';
import { costOf, hoursCost, roomCost, travelCost, warningCost } from '../../../src/rules/placement/fit/fit-cost.js';
import type { Exclusion } from '../../../src/rules/placement/fit/where-it-fits.js';
import { place } from '../../../src/rules/placement/placed.js';
import type { PlacementIndex } from '../../../src/rules/placement/placement-index.js';
import type { PlacementSlot } from '../../../src/rules/placement/world.js';
import { clockOf } from '../../../src/rules/placement/zone-clock.js';

export interface NaiveFit {
  slot: PlacementSlot;
  cost: number;
}

const MINUTE = 60_000;

/** Where it fits, by asking all rules about each candidate one by one. */
export function naiveFit(index: PlacementIndex, id: SessionId, most: number): { fits: NaiveFit[]; candidates: number; free: number; excluded: Exclusion[] } {
  const { world, prepared } = index;
  const session = world.sessions.get(id)!;
  const current = index.placement.get(id);
  const length = current === undefined ? session.minutes * MINUTE : current.endsAt - current.startsAt;
  const free: NaiveFit[] = [];
  const excluded = new Map<Finding['code'], { candidates: number; alone: number }>();
  let candidates = 0;
  for (const room of world.rooms.values()) {
    const { zone } = world.cities.get(world.venues.get(room.venueId)!.cityId)!;
    const [from, to] = [0, 86_400_000].map((more, end) => clockOf(zone).instantOf(Date.parse(`${end === 0 ? world.startsOn : world.endsOn}T00:00Z`) + more));
    for (let startsAt = from!; startsAt < to!; startsAt += world.gridMinutes * MINUTE) {
      candidates += 1;
      const slot: PlacementSlot = { roomId: room.id, startsAt, endsAt: startsAt + length, anchor: current?.anchor ?? 'floating', cancelled: false, waived: false };
      const findings = index.findingsFor(id, slot);
      const hard = [...new Set(findings.filter(({ severity }) => severity !== 'warning').map(({ code }) => code))];
      if (hard.length === 0) free.push({ slot, cost: costAt(slot, findings) });
      for (const code of hard) {
        const { candidates: before, alone } = excluded.get(code) ?? { candidates: 0, alone: 0 };
        excluded.set(code, { candidates: before + 1, alone: alone + (hard.length === 1 ? 1 : 0) });
      }
    }
  }
  const fits: NaiveFit[] = [];
  for (const fit of free.toSorted((a, b) => a.cost - b.cost || a.slot.startsAt - b.slot.startsAt || (a.slot.roomId < b.slot.roomId ? -1 : 1))) {
    const beside = fits.some(({ slot }) => slot.roomId === fit.slot.roomId && slot.startsAt < fit.slot.endsAt && fit.slot.startsAt < slot.endsAt);
    if (!beside && fits.length < most) fits.push(fit);
  }
  return { fits, candidates, free: free.length, excluded: [...excluded].map(([code, counts]) => ({ code, ...counts })) };

  function costAt(slot: PlacementSlot, findings: readonly Finding[]): number {
    const placed = place(world, prepared.casts, id, slot)!;
    const facts = whoHasNight(placed, prepared);
    const elsewhere = placed.cast.onSite.map((speaker) => [...index.placement].flatMap(([other, at]) => {
      const there = other === id ? null : place(world, prepared.casts, other, at);
      return there?.cast.onSite.includes(speaker) === true ? [there] : [];
    }));
    return costOf({
      warnings: warningCost(findings), room: roomCost(placed.room.capacity, session.expectedPeople), travel: travelCost(placed.venue, elsewhere, prepared),
      hours: hoursCost({ people: facts.people, speakers: facts.speakers.length }, prepared.audience.people),
    });
  }
}

import type { SessionId } from '../../contract/ids.js';
import type { Finding } from '../finding.js';
import type { Lanes } from './lanes.js';
import type { Placed } from './placed.js';

const NONE: readonly Finding[] = [];

/** The findings of a placement as it stands. Each is held by the session that brings it about; only those touched by a change are judged again. */
export class StandingFindings {
  private readonly held = new Map<SessionId, readonly Finding[]>();
  private readonly concerning = new Map<SessionId, Finding[]>();
  private readonly stale = new Map<SessionId, Placed | null>();
  private list: readonly Finding[] | null = null;

  constructor(private readonly lanes: Lanes) {
    for (const placed of lanes.all.slots) this.stale.set(placed.id, placed);
  }

  /** A session stood there and stands here now; the lanes have it so already. */
  follow(was: Placed | null, is: Placed | null): void {
    for (const one of [was, is]) {
      if (one === null) continue;
      for (const other of this.lanes.concernedAfter(one)) this.stale.set(other.id, other);
    }
    const id = is?.id ?? was?.id;
    if (id !== undefined) this.stale.set(id, is);
    this.list = null;
  }

  all(): readonly Finding[] {
    this.settle();
    this.list ??= this.lanes.all.slots.flatMap(({ id }) => this.held.get(id) ?? NONE);
    return this.list;
  }

  of(sessionId: SessionId): readonly Finding[] {
    this.settle();
    return this.concerning.get(sessionId) ?? NONE;
  }

  private settle(): void {
    for (const [id, placed] of this.stale) this.replace(id, placed === null ? NONE : this.lanes.broughtAboutBy(placed));
    this.stale.clear();
  }

  private replace(id: SessionId, findings: readonly Finding[]): void {
    for (const finding of this.held.get(id) ?? NONE) {
      for (const session of finding.sessions) {
        this.concerning.set(session, (this.concerning.get(session) ?? []).filter((other) => other !== finding));
      }
    }
    this.held.set(id, findings);
    for (const finding of findings) {
      for (const session of finding.sessions) {
        const others = this.concerning.get(session);
        if (others === undefined) this.concerning.set(session, [finding]);
        else others.push(finding);
      }
    }
  }
}

import type { SessionId } from '../../contract/ids.js';
import type { Finding } from '../finding.js';
import type { Lanes } from './lanes.js';
import type { Placed } from './placed.js';

const NONE: readonly Finding[] = [];

/** The findings of a placement as it stands. Each is held by the session that brings it about; only those touched by a change are judged again. */
export class StandingFindings {
  private readonly held = new Map<SessionId, readonly Finding[]>();
  private readonly stale = new Map<SessionId, Placed | null>();
  private list: readonly Finding[] | null = null;
  /** By each session that they concern; null until somebody asks for one session's. */
  private concerning: Map<SessionId, Finding[]> | null = null;

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
    this.list ??= this.inOrder();
    return this.list;
  }

  of(sessionId: SessionId): readonly Finding[] {
    this.settle();
    if (this.concerning === null) {
      this.concerning = new Map();
      for (const findings of this.held.values()) enter(this.concerning, findings);
    }
    return this.concerning.get(sessionId) ?? NONE;
  }

  private inOrder(): Finding[] {
    const list: Finding[] = [];
    for (const { id } of this.lanes.all.slots) for (const finding of this.held.get(id) ?? NONE) list.push(finding);
    return list;
  }

  private settle(): void {
    for (const [id, placed] of this.stale) {
      const findings = placed === null ? NONE : this.lanes.broughtAboutBy(placed);
      if (this.concerning !== null) {
        strike(this.concerning, this.held.get(id) ?? NONE);
        enter(this.concerning, findings);
      }
      this.held.set(id, findings);
    }
    this.stale.clear();
  }
}

function enter(concerning: Map<SessionId, Finding[]>, findings: readonly Finding[]): void {
  for (const finding of findings) {
    for (const session of finding.sessions) {
      const others = concerning.get(session);
      if (others === undefined) concerning.set(session, [finding]);
      else others.push(finding);
    }
  }
}

function strike(concerning: Map<SessionId, Finding[]>, findings: readonly Finding[]): void {
  for (const finding of findings) {
    for (const session of finding.sessions) concerning.set(session, (concerning.get(session) ?? []).filter((other) => other !== finding));
  }
}

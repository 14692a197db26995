import type { Agenda, AgendaTexts } from '../contract/agenda.js';
import type { Revision } from '../contract/changes.js';
import { applyRevision, applyRevisionToTexts } from '../rules/apply-changes.js';
import { EncodedBody } from './encoded-body.js';
import { RevisionLog, type LogBounds } from './revision-log.js';

/** Bytes of changes that are never too many: they also tell a client what changed, which the whole agenda does not. */
const ALWAYS_WORTH = 64_000;

export const LOG_BOUNDS: LogBounds = { revisions: 1_000, size: 4_000_000 };

/** One conference's published agenda in memory: at one revision, with its encoded bodies and the log that led to it. */
export class HeldAgenda {
  private readonly log: RevisionLog;
  private agendaBody: EncodedBody;
  private textsBody: EncodedBody;
  /** Bytes of the agenda, measured once a release: encoding it for each live change would hold the event loop. */
  private snapshotSize: number | undefined;

  constructor(
    private current: { agenda: Agenda; texts: AgendaTexts },
    newest: readonly Revision[],
    bounds: LogBounds = LOG_BOUNDS,
  ) {
    this.log = new RevisionLog(bounds);
    // a log that ends elsewhere leads nowhere
    if (newest.at(-1)?.revision === current.agenda.revision) for (const revision of newest) this.log.append(revision);
    this.agendaBody = new EncodedBody(current.agenda);
    this.textsBody = new EncodedBody(current.texts);
  }

  get agenda(): Agenda {
    return this.current.agenda;
  }

  get texts(): AgendaTexts {
    return this.current.texts;
  }

  get revision(): number {
    return this.current.agenda.revision;
  }

  get isDraft(): boolean {
    return this.current.agenda.conference.status === 'draft';
  }

  /** The whole agenda, or its texts, as JSON: of the current revision only. */
  body(part: 'agenda' | 'texts'): EncodedBody {
    return part === 'agenda' ? this.agendaBody : this.textsBody;
  }

  /** Carries everything forward by one revision. @throws RangeError when it is not the next one */
  advance(revision: Revision): void {
    this.current = {
      agenda: applyRevision(this.current.agenda, revision),
      texts: applyRevisionToTexts(this.current.texts, revision),
    };
    this.log.append(revision);
    if (revision.kind === 'release') this.snapshotSize = undefined;
    this.agendaBody = new EncodedBody(this.current.agenda);
    this.textsBody = new EncodedBody(this.current.texts);
  }

  /**
   * What a client that holds `since` missed, oldest first; null when that is no longer kept, is larger than `most` bytes
   * or clearly larger than the agenda itself, or when `since` is 0 (nothing held): the agenda is then to be read anew.
   */
  changesSince(since: number, most = Infinity): Revision[] | null {
    if (since === this.revision) return [];
    if (since === 0) return null;
    this.snapshotSize ??= this.agendaBody.size;
    return this.log.after(since, this.revision, Math.min(most, Math.max(ALWAYS_WORTH, this.snapshotSize)));
  }
}

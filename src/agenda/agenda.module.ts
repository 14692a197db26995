import { Module } from '@nestjs/common';
import { ConferencesModule } from '../conferences/conferences.module.js';
import { RealtimeModule } from '../realtime/realtime.module.js';
import { AgendaAudience } from './agenda-audience.js';
import { AgendaCache } from './agenda-cache.js';
import { AgendaController } from './agenda.controller.js';
import { BoardController } from './board/board.controller.js';
import { BoardPointers } from './board/board-pointers.js';
import { Boards } from './board/board.queries.js';
import { DraftEditBody } from './board/draft-edit-body.js';
import { DraftRelay } from './board/draft-relay.js';
import { EditDraft } from './board/edit-draft.js';
import { FollowBoard } from './board/follow-board.js';
import { ForgetDraftEdits } from './board/forget-draft-edits.js';
import { ChangeLiveAgenda } from './change-live-agenda.js';
import { EditSession } from './edit-session.js';
import { FollowAgenda } from './follow-agenda.js';
import { LiveChangesController } from './live-changes.controller.js';
import { ApplyRipple } from './live-day/apply-ripple.js';
import { LiveLogs } from './live-day/live-log.js';
import { PreviewRipple } from './live-day/preview-ripple.js';
import { RevertRevision } from './live-day/revert-revision.js';
import { RevisionsController } from './live-day/revisions.controller.js';
import { PlanRunsController } from './plan-runs/plan-runs.controller.js';
import { PlanWorkers } from './plan-runs/plan-workers.js';
import { RunPlans } from './plan-runs/run-plans.js';
import { TakePlan } from './plan-runs/take-plan.js';
import { PlanSession } from './plan-session.js';
import { ReleasesController } from './releases.controller.js';
import { Releases } from './releases.queries.js';
import { CompareReleases } from './releases/compare-releases.js';
import { PreviewRelease } from './releases/preview-release.js';
import { ReleaseDraft } from './releases/release-draft.js';
import { RestoreRelease } from './releases/restore-release.js';
import { RevisionRelay } from './revision-relay.js';
import { SessionsController } from './sessions.controller.js';
import { Sessions } from './sessions.queries.js';

@Module({
  imports: [ConferencesModule, RealtimeModule],
  controllers: [AgendaController, SessionsController, LiveChangesController, RevisionsController, ReleasesController, BoardController, PlanRunsController],
  providers: [
    Sessions, EditSession, PlanSession, ChangeLiveAgenda, PreviewRipple, ApplyRipple, RevertRevision, LiveLogs, Releases, AgendaCache, AgendaAudience, RevisionRelay, FollowAgenda,
    Boards, EditDraft, DraftEditBody, DraftRelay, BoardPointers, FollowBoard, ForgetDraftEdits,
    RunPlans, TakePlan, PlanWorkers,
    ReleaseDraft, PreviewRelease, CompareReleases, RestoreRelease,
  ],
})
export class AgendaModule {}

import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DraftEditReceipt } from '../../contract/board.js';
import { LastPlanRun, NewPlanRun, PlanRun, StopPlanRun, TakePlanRun } from '../../contract/plan-runs.js';
import { Access, CurrentActor } from '../../platform/access/access.decorator.js';
import type { Actor } from '../../platform/access/policy.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { ConferencePath, RowPath } from '../../platform/http/path-params.js';
import { RunPlans } from './run-plans.js';
import { TakePlan } from './take-plan.js';

/** The automatic schedule: a run proposes, an organizer takes it. */
@ApiTags('automatic schedule')
@Access('edit-sessions')
@Controller('api/conferences/:slug/plan-runs')
export class PlanRunsController {
  constructor(
    private readonly runPlans: RunPlans,
    private readonly takePlan: TakePlan,
  ) {}

  /** Starts a run over the draft as it is now. It goes on without its client. */
  @Post()
  @Answers(PlanRun, 201)
  async start(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @Body({ schema: NewPlanRun }) body: NewPlanRun, @CurrentActor() actor: Actor): Promise<PlanRun> {
    return await this.runPlans.start(slug, body, actor);
  }

  /** The last run, whoever started it. */
  @Get('last')
  @Answers(LastPlanRun)
  async last(@Param({ schema: ConferencePath }) { slug }: ConferencePath): Promise<LastPlanRun> {
    return { run: await this.runPlans.last(slug) };
  }

  @Get(':id')
  @Answers(PlanRun)
  async one(@Param({ schema: RowPath }) { slug, id }: RowPath): Promise<PlanRun> {
    return await this.runPlans.one(slug, id);
  }

  /** Ends a run before its time. */
  @Post(':id/stop')
  @Answers(PlanRun, 201)
  async stop(@Param({ schema: RowPath }) { slug, id }: RowPath, @Body({ schema: StopPlanRun }) body: StopPlanRun, @CurrentActor() actor: Actor): Promise<PlanRun> {
    return await this.runPlans.stop(slug, id, body, actor);
  }

  /** Puts what it found into the draft, as one edit. */
  @Post(':id/take')
  @Answers(DraftEditReceipt, 201)
  async take(@Param({ schema: RowPath }) { slug, id }: RowPath, @Body({ schema: TakePlanRun }) body: TakePlanRun, @CurrentActor() actor: Actor): Promise<DraftEditReceipt> {
    return { edit: await this.takePlan.run(slug, id, body, actor) };
  }
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConferenceId } from '../../contract/ids.js';
import type { NewPlanRun, PlanOutcome, PlanProgressTold, PlanRunState } from '../../contract/plan-runs.js';

/** A run of the automatic schedule. */
@Entity({ name: 'plan_run' })
export class PlanRunEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'text' })
  state!: PlanRunState;

  @Column({ type: 'jsonb' })
  wanted!: NewPlanRun;

  @Column({ type: 'integer' })
  sessions!: number;

  @Column({ type: 'jsonb', nullable: true })
  progress!: PlanProgressTold | null;

  @Column({ type: 'jsonb', nullable: true })
  outcome!: PlanOutcome | null;

  @Column({ type: 'timestamptz', name: 'started_at' })
  startedAt!: Date;

  @Column({ type: 'timestamptz', name: 'alive_at' })
  aliveAt!: Date;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}

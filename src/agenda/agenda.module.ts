import { Module } from '@nestjs/common';
import { ConferencesModule } from '../conferences/conferences.module.js';
import { ChangeLiveAgenda } from './change-live-agenda.js';
import { EditSession } from './edit-session.js';
import { LiveChangesController } from './live-changes.controller.js';
import { PlanSession } from './plan-session.js';
import { ReleasesController } from './releases.controller.js';
import { Releases } from './releases.queries.js';
import { SessionsController } from './sessions.controller.js';
import { Sessions } from './sessions.queries.js';

@Module({
  imports: [ConferencesModule],
  controllers: [SessionsController, LiveChangesController, ReleasesController],
  providers: [Sessions, EditSession, PlanSession, ChangeLiveAgenda, Releases],
})
export class AgendaModule {}

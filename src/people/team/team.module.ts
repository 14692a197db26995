import { Module } from '@nestjs/common';
import { ConferencesModule } from '../../conferences/conferences.module.js';
import { AcceptInvitation } from './accept-invitation.js';
import { ChangeTeam } from './change-team.js';
import { InvitationsController } from './invitations.controller.js';
import { Invite } from './invite.js';
import { TeamController } from './team.controller.js';
import { TeamQueries } from './team.queries.js';

@Module({
  imports: [ConferencesModule],
  controllers: [TeamController, InvitationsController],
  providers: [TeamQueries, ChangeTeam, Invite, AcceptInvitation],
})
export class TeamModule {}

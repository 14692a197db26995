import { Global, Module } from '@nestjs/common';
import { ConferencesModule } from '../conferences/conferences.module.js';
import { ACTORS } from '../platform/access/actors.js';
import { AccountsModule } from './accounts/accounts.module.js';
import { RequestActors } from './accounts/request-actors.js';
import { ErasureModule } from './erasure/erasure.module.js';
import { SpeakersController } from './speakers.controller.js';
import { SpeakersModule } from './speakers/speakers.module.js';
import { TeamModule } from './team/team.module.js';

/** Global for one thing: who makes a request is asked by the guard of every feature. */
@Global()
@Module({
  imports: [AccountsModule, ConferencesModule, ErasureModule, SpeakersModule, TeamModule],
  controllers: [SpeakersController],
  providers: [{ provide: ACTORS, useClass: RequestActors }],
  exports: [ACTORS],
})
export class PeopleModule {}

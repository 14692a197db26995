import { Global, Module } from '@nestjs/common';
import { ConferencesModule } from '../conferences/conferences.module.js';
import { ACTORS } from '../platform/access/actors.js';
import { RequestActors } from './accounts/request-actors.js';
import { SpeakersController } from './speakers.controller.js';

/** Global for one thing: who makes a request is asked by the guard of every feature. */
@Global()
@Module({
  imports: [ConferencesModule],
  controllers: [SpeakersController],
  providers: [{ provide: ACTORS, useClass: RequestActors }],
  exports: [ACTORS],
})
export class PeopleModule {}

import { Module } from '@nestjs/common';
import { ConferencesModule } from '../conferences/conferences.module.js';
import { SpeakersController } from './speakers.controller.js';

@Module({ imports: [ConferencesModule], controllers: [SpeakersController] })
export class PeopleModule {}

import { Module } from '@nestjs/common';
import { Conferences } from './conference.queries.js';

@Module({ providers: [Conferences], exports: [Conferences] })
export class ConferencesModule {}

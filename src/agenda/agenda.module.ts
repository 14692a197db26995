import { Module } from '@nestjs/common';
import { ConferencesModule } from '../conferences/conferences.module.js';

@Module({ imports: [ConferencesModule] })
export class AgendaModule {}

import { Module } from '@nestjs/common';
import { ConferencesModule } from '../../conferences/conferences.module.js';
import { PrivacyController } from './privacy.controller.js';
import { PurgeController } from './purge.controller.js';
import { Retention } from './retention.js';

@Module({ imports: [ConferencesModule], controllers: [PrivacyController, PurgeController], providers: [Retention] })
export class ErasureModule {}

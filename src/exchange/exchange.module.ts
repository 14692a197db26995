import { Module } from '@nestjs/common';
import { ConferencesModule } from '../conferences/conferences.module.js';
import { CalendarController } from './calendar.controller.js';
import { ExportedSchedules } from './exported-schedules.js';
import { ExportsController } from './exports.controller.js';
import { ImportBody } from './import-body.js';
import { ImportsController } from './imports.controller.js';

@Module({
  imports: [ConferencesModule],
  controllers: [ImportsController, ExportsController, CalendarController],
  providers: [ImportBody, ExportedSchedules],
})
export class ExchangeModule {}

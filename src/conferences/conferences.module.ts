import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { Conferences } from './conference.queries.js';
import { ConferencesController } from './conferences.controller.js';
import { ConferenceEditor } from './edit-conference.js';
import { PLACE_CONTROLLERS } from './place.controllers.js';
import { PlaceRows } from './place-rows.js';
import { TravelController } from './travel.controller.js';
import { UplinkBookingsController } from './uplink-bookings.controller.js';

@Module({
  controllers: [ConferencesController, ...PLACE_CONTROLLERS, UplinkBookingsController, TravelController, AuditController],
  providers: [Conferences, ConferenceEditor, PlaceRows],
  exports: [Conferences, PlaceRows],
})
export class ConferencesModule {}

import { Module } from '@nestjs/common';
import { ConferencesModule } from '../../conferences/conferences.module.js';
import { AnswersController } from './answers.controller.js';
import { AvailabilityController } from './availability.controller.js';
import { FeedController } from './feed.controller.js';
import { MySlotsController } from './my-slots.controller.js';
import { PhotoBody } from './photo-body.js';
import { PhotosController } from './photos.controller.js';
import { ProfileController } from './profile.controller.js';
import { RemindBySchedule } from './remind-by-schedule.js';
import { TechnicalNotesController } from './technical-notes.controller.js';

/** Speakers and what they say of themselves and of their slots; what organizers make of it. */
@Module({
  imports: [ConferencesModule],
  controllers: [
    MySlotsController, ProfileController, PhotosController, AvailabilityController, FeedController, AnswersController, TechnicalNotesController,
  ],
  providers: [PhotoBody, RemindBySchedule],
})
export class SpeakersModule {}

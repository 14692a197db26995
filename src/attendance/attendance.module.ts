import { Module } from '@nestjs/common';
import { ConferencesModule } from '../conferences/conferences.module.js';
import { AttendeesController } from './attendees.controller.js';
import { AttendeeList } from './attendees.queries.js';
import { CheckIn } from './check-in.js';
import { DoorController } from './door.controller.js';
import { DoorLists } from './door-list.queries.js';
import { Register } from './register.js';
import { RegistrationController } from './registration.controller.js';
import { Registrations } from './registrations.queries.js';
import { ReplaceTicket } from './replace-ticket.js';
import { TicketTokens } from './ticket-tokens.js';
import { Tickets } from './tickets.queries.js';
import { UndoCheckIn } from './undo-check-in.js';

@Module({
  imports: [ConferencesModule],
  controllers: [RegistrationController, DoorController, AttendeesController],
  providers: [AttendeeList, CheckIn, DoorLists, Register, Registrations, ReplaceTicket, TicketTokens, Tickets, UndoCheckIn],
})
export class AttendanceModule {}

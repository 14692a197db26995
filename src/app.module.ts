import { Module, StandardSchemaSerializerInterceptor, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { AgendaModule } from './agenda/agenda.module.js';
import { AttendanceModule } from './attendance/attendance.module.js';
import { ConferencesModule } from './conferences/conferences.module.js';
import { ExchangeModule } from './exchange/exchange.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { PeopleModule } from './people/people.module.js';
import { AccessGuard } from './platform/access/access.guard.js';
import { RequireAccess } from './platform/access/require-access.js';
import { ProblemFilter } from './platform/http/problem.filter.js';
import { RateLimitGuard } from './platform/http/rate-limit.guard.js';
import { validationPipe } from './platform/http/validation.pipe.js';
import { StreamsModule } from './streams/streams.module.js';
import { PlatformModule, type MadeForIt, type PlatformParts } from './platform/platform.module.js';

/** The list of rooms of this house. */
@Module({})
export class AppModule {
  static of(parts: PlatformParts & MadeForIt): DynamicModule {
    return {
      module: AppModule,
      imports: [DiscoveryModule, PlatformModule.of(parts), ConferencesModule, PeopleModule, AgendaModule, ExchangeModule, AttendanceModule, NotificationsModule, StreamsModule],
      providers: [
        { provide: APP_PIPE, useFactory: validationPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: StandardSchemaSerializerInterceptor },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: RateLimitGuard },
        RequireAccess,
      ],
    };
  }
}

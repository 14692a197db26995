import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ADMINISTRATOR_TOKEN, type AdministratorToken } from './access/administrator-token.js';
import { CONFIGURATION, type Configuration } from './configuration.js';
import { HealthController } from './health/health.controller.js';
import { Readiness } from './health/readiness.js';
import { RawRoutes } from './http/raw-routes.js';
import { LOGGER, type Logger } from './logging/logger.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { Metrics } from './metrics/metrics.js';
import { PeriodicJobs } from './periodic/periodic-jobs.js';
import { openSealing } from './sealing/sealing-keys.js';
import { SEALING } from './sealing/sealing.js';

/** What the boot brings up before the application: see main.ts. */
export interface PlatformParts {
  configuration: Configuration;
  source: DataSource;
  administratorToken: AdministratorToken;
  /** Left out: one to standard output, at the configured level. */
  logger?: Logger;
}

/** What create-app.ts makes for one application. */
export interface MadeForIt {
  logger: Logger;
  rawRoutes: RawRoutes;
}

@Global()
@Module({})
export class PlatformModule {
  static of(parts: PlatformParts & MadeForIt): DynamicModule {
    return {
      module: PlatformModule,
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: CONFIGURATION, useValue: parts.configuration },
        { provide: DataSource, useValue: parts.source },
        { provide: ADMINISTRATOR_TOKEN, useValue: parts.administratorToken },
        { provide: LOGGER, useValue: parts.logger },
        { provide: RawRoutes, useValue: parts.rawRoutes },
        {
          provide: SEALING,
          useFactory: async () => await openSealing(parts.configuration.dataDirectory, parts.configuration.sealingKeys),
        },
        PeriodicJobs,
        Metrics,
        Readiness,
      ],
      exports: [CONFIGURATION, DataSource, ADMINISTRATOR_TOKEN, LOGGER, RawRoutes, SEALING, PeriodicJobs, Metrics, Readiness],
    };
  }
}

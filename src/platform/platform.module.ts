import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ADMINISTRATOR_TOKEN, type AdministratorToken } from './access/administrator-token.js';
import { CONFIGURATION, type Configuration } from './configuration.js';

/** What the boot brings up before the application: see main.ts. */
export interface PlatformParts {
  configuration: Configuration;
  source: DataSource;
  administratorToken: AdministratorToken;
}

@Global()
@Module({})
export class PlatformModule {
  static of(parts: PlatformParts): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: CONFIGURATION, useValue: parts.configuration },
        { provide: DataSource, useValue: parts.source },
        { provide: ADMINISTRATOR_TOKEN, useValue: parts.administratorToken },
      ],
      exports: [CONFIGURATION, DataSource, ADMINISTRATOR_TOKEN],
    };
  }
}

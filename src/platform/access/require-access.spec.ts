import { Controller, Get, Module, type Type } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { Access } from './access.decorator.js';
import { RequireAccess } from './require-access.js';

@Controller('declared')
class Declared {
  @Get()
  @Access('read-public')
  read(): string {
    return 'public';
  }

  notARoute(): string {
    return 'nobody asks for this';
  }
}

@Access('read-public')
@Controller('as-a-whole')
class DeclaredAsAWhole {
  @Get()
  read(): string {
    return 'public';
  }
}

@Controller('forgotten')
class Forgotten {
  @Get('secret')
  read(): string {
    return 'secret';
  }
}

async function start(...controllers: Type[]): Promise<void> {
  @Module({ imports: [DiscoveryModule], controllers, providers: [RequireAccess] })
  class House {}
  const app = await NestFactory.createApplicationContext(House, { logger: false, abortOnError: false });
  await app.close();
}

describe('the start', () => {
  it('goes on when every route says who may use it, itself or by its controller', async () => {
    await expect(start(Declared, DeclaredAsAWhole)).resolves.toBeUndefined();
  });

  it('stops at a route that does not, and names it', async () => {
    await expect(start(Declared, Forgotten)).rejects.toThrow('these routes do not say with @Access who may use them: Forgotten.read (GET)');
  });
});

import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { MySessions } from '../../contract/account.js';
import { Access, CurrentActor } from '../../platform/access/access.decorator.js';
import type { Actor } from '../../platform/access/policy.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { problem } from '../../platform/problems/problem-error.js';
import { readMySessions } from './account.queries.js';
import { personOf } from './signed-in-person.js';

const SessionPath = z.object({ id: z.uuid({ error: 'This id is not well-formed.' }) });
type SessionPath = z.infer<typeof SessionPath>;

/** Where one is signed in. A session that ends takes its open sockets with it: see realtime/actor-changes.ts. */
@ApiTags('account')
@Access('own-account')
@Controller('api/me/sessions')
export class MySessionsController {
  constructor(private readonly source: DataSource) {}

  @Get()
  @Answers(MySessions)
  async list(@CurrentActor() actor: Actor): Promise<z.infer<typeof MySessions>> {
    return { items: await readMySessions(this.source.manager, personOf(actor)) };
  }

  /** Ends all but this one. */
  @Delete()
  @HttpCode(204)
  async endOthers(@CurrentActor() actor: Actor): Promise<void> {
    const { accountId, sessionId } = personOf(actor);
    await this.source.query(`DELETE FROM auth_session WHERE account_id = $1 AND id <> $2`, [accountId, sessionId]);
  }

  @Delete(':id')
  @HttpCode(204)
  async end(@Param({ schema: SessionPath }) { id }: SessionPath, @CurrentActor() actor: Actor): Promise<void> {
    const [, ended] = await this.source.query<[unknown, number]>(`DELETE FROM auth_session WHERE account_id = $1 AND id = $2`, [personOf(actor).accountId, id]);
    if (ended === 0) throw problem('not-found', 'You have no such session.');
  }
}

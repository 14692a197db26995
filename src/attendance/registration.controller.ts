import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { OwnRegistration, RegistrationOffer, RegistrationWish, Ticket } from '../contract/attendance.js';
import { Conferences, noConference } from '../conferences/conference.queries.js';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/policy.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { ConferencePath } from '../platform/http/path-params.js';
import { RateLimited } from '../platform/http/rate-limit.js';
import { problem } from '../platform/problems/problem-error.js';
import { personOf } from './current-person.js';
import { Register } from './register.js';
import { Registrations } from './registrations.queries.js';
import { ReplaceTicket } from './replace-ticket.js';
import { Tickets } from './tickets.queries.js';

/** One's own registration and ticket. No route here takes an id: there is nobody else's to ask for. */
@ApiTags('attendance')
@Access('take-part')
@Controller('api/conferences/:slug')
export class RegistrationController {
  constructor(
    private readonly conferences: Conferences,
    private readonly registrations: Registrations,
    private readonly tickets: Tickets,
    private readonly register: Register,
    private readonly replaceTicket: ReplaceTicket,
  ) {}

  /** Whether one can register, where there are places, and how long what is stored is kept. */
  @Get('registration-offer')
  @Access('read-public')
  @Answers(RegistrationOffer)
  async offer(@Param({ schema: ConferencePath }) { slug }: ConferencePath): Promise<RegistrationOffer> {
    const { id } = await this.conferences.publishedBySlug(slug);
    return await this.registrations.offer(id);
  }

  @Get('registration')
  @Answers(OwnRegistration)
  async own(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @CurrentActor() actor: Actor): Promise<OwnRegistration> {
    return await this.read(slug, personOf(actor).accountId);
  }

  /** Registers at a venue or remote, or changes to it. Who finds no place waits for one. */
  @RateLimited('register')
  @Put('registration')
  @Answers(OwnRegistration)
  async wish(
    @Param({ schema: ConferencePath }) { slug }: ConferencePath,
    @Body({ schema: RegistrationWish }) body: RegistrationWish,
    @CurrentActor() actor: Actor,
  ): Promise<OwnRegistration> {
    const { accountId } = personOf(actor);
    await this.register.run(slug, accountId, body);
    return await this.read(slug, accountId);
  }

  @Delete('registration')
  @Answers(OwnRegistration)
  async cancel(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @CurrentActor() actor: Actor): Promise<OwnRegistration> {
    const { accountId } = personOf(actor);
    await this.register.cancel(slug, accountId);
    return await this.read(slug, accountId);
  }

  @Get('ticket')
  @Answers(Ticket)
  async ticket(
    @Param({ schema: ConferencePath }) { slug }: ConferencePath,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Ticket> {
    const { id, status } = await this.conferences.bySlug(slug);
    const ticket = await this.tickets.own(id, personOf(actor).accountId);
    if (ticket === null && status === 'draft') throw noConference(slug);
    if (ticket === null) throw problem('not-found', 'You have no ticket here: you are not registered, or wait for a place.');
    void reply.header('cache-control', 'private, no-store');
    return ticket;
  }

  /** Makes one's ticket anew; the old one no longer admits. */
  @Post('ticket/replacement')
  @HttpCode(204)
  async replace(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @CurrentActor() actor: Actor): Promise<void> {
    await this.replaceTicket.own(slug, personOf(actor).accountId);
  }

  private async read(slug: string, accountId: string): Promise<OwnRegistration> {
    const { id, status } = await this.conferences.bySlug(slug);
    const registration = await this.registrations.own(id, accountId);
    // to who takes no part in it, a draft does not exist
    if (registration === null && status === 'draft') throw noConference(slug);
    return { registration };
  }
}

import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Conferences } from '../conferences/conference.queries.js';
import { NewRelease, ReleaseDetails, ReleaseSummary, RevisionReceipt } from '../contract/agenda-requests.js';
import { pageOf, type Page } from '../contract/page.js';
import { Slug } from '../contract/scalars.js';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import { actorName } from '../platform/access/actors.js';
import type { Actor } from '../platform/access/policy.js';
import { recordAudit } from '../platform/audit/record-audit.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { ConferencePath } from '../platform/http/path-params.js';
import { releaseAgenda } from './release-agenda.js';
import { Releases } from './releases.queries.js';

/** What the database's integer holds: a larger number is no release, and not a fault of ours. */
const ReleaseNumber = z.coerce.number().int().positive().max(2 ** 31 - 1);
const ReleasePath = z.object({ slug: Slug, number: ReleaseNumber });
type ReleasePath = z.infer<typeof ReleasePath>;
const ReleasePage = z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(20), after: ReleaseNumber.optional() });
type ReleasePage = z.infer<typeof ReleasePage>;

@ApiTags('releases')
@Controller('api/conferences/:slug/releases')
export class ReleasesController {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
    private readonly releases: Releases,
  ) {}

  @Get()
  @Access('read-public')
  @Answers(pageOf(ReleaseSummary))
  async list(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @Query({ schema: ReleasePage }) page: ReleasePage): Promise<Page<ReleaseSummary>> {
    const conference = await this.conferences.publishedBySlug(slug);
    return await this.releases.list(conference.id, page.limit, page.after);
  }

  /** With every change of it: for organizers, since it also tells what was published and then withdrawn. */
  @Get(':number')
  @Access('read-drafts')
  @Answers(ReleaseDetails)
  async one(@Param({ schema: ReleasePath }) { slug, number }: ReleasePath): Promise<ReleaseDetails> {
    const conference = await this.conferences.bySlug(slug);
    return await this.releases.one(conference.id, number);
  }

  /** Publishes the draft. Answers `revision: null` where it is what is published already. */
  @Post()
  @Access('release-agenda')
  @Answers(RevisionReceipt, 201)
  async release(
    @Param({ schema: ConferencePath }) { slug }: ConferencePath,
    @Body({ schema: NewRelease }) body: NewRelease,
    @CurrentActor() actor: Actor,
  ): Promise<RevisionReceipt> {
    return await this.source.transaction(async (tx) => {
      const conference = await this.conferences.bySlug(slug, tx);
      const revision = await releaseAgenda(tx, { conferenceId: conference.id, note: body.note, actor: actorName(actor) });
      await recordAudit(tx, {
        actor: actorName(actor), action: 'release-agenda', conferenceId: conference.id, subject: `conference:${conference.id}`, details: { revision: revision?.revision ?? null },
      });
      return { revision };
    });
  }
}

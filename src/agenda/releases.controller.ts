import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Conferences } from '../conferences/conference.queries.js';
import { NewRelease, ReleaseDetails, ReleaseSummary, RevisionReceipt } from '../contract/agenda-requests.js';
import { pageOf, type Page } from '../contract/page.js';
import { CompareQuery, ReleaseComparison, ReleasePreview, RestoreReceipt, RestoreRequest } from '../contract/releases.js';
import { Slug } from '../contract/scalars.js';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/policy.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { ConferencePath } from '../platform/http/path-params.js';
import { CompareReleases } from './releases/compare-releases.js';
import { PreviewRelease } from './releases/preview-release.js';
import { ReleaseDraft } from './releases/release-draft.js';
import { RestoreRelease } from './releases/restore-release.js';
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
    private readonly conferences: Conferences,
    private readonly releases: Releases,
    private readonly releaseDraft: ReleaseDraft,
    private readonly previewRelease: PreviewRelease,
    private readonly compareReleases: CompareReleases,
    private readonly restoreRelease: RestoreRelease,
  ) {}

  @Get()
  @Access('read-public')
  @Answers(pageOf(ReleaseSummary))
  async list(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @Query({ schema: ReleasePage }) page: ReleasePage): Promise<Page<ReleaseSummary>> {
    const conference = await this.conferences.publishedBySlug(slug);
    return await this.releases.list(conference.id, page.limit, page.after);
  }

  /** What a release of the draft would change, what stands in its way, and whom it concerns. */
  @Get('preview')
  @Access('release-agenda')
  @Answers(ReleasePreview)
  async preview(@Param({ schema: ConferencePath }) { slug }: ConferencePath): Promise<ReleasePreview> {
    return await this.previewRelease.run(slug);
  }

  /** What leads from one release to another, or to the draft. */
  @Get('compare')
  @Access('read-drafts')
  @Answers(ReleaseComparison)
  async compare(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @Query({ schema: CompareQuery }) { from, to }: CompareQuery): Promise<ReleaseComparison> {
    return await this.compareReleases.run(slug, from, to);
  }

  /** With every change of it: for organizers, since it also tells what was published and then withdrawn. */
  @Get(':number')
  @Access('read-drafts')
  @Answers(ReleaseDetails)
  async one(@Param({ schema: ReleasePath }) { slug, number }: ReleasePath): Promise<ReleaseDetails> {
    const conference = await this.conferences.bySlug(slug);
    return await this.releases.one(conference.id, number);
  }

  /** Publishes the draft, where it is still what the organizer looked at (`expected`). Answers `revision: null` where it is what is published already. */
  @Post()
  @Access('release-agenda')
  @Answers(RevisionReceipt, 201)
  async release(
    @Param({ schema: ConferencePath }) { slug }: ConferencePath,
    @Body({ schema: NewRelease }) body: NewRelease,
    @CurrentActor() actor: Actor,
  ): Promise<RevisionReceipt> {
    return { revision: await this.releaseDraft.run(slug, body, actor) };
  }

  /** Puts the slots of that release back into the draft, as one draft edit. What is published stays until the next release. */
  @Post(':number/restore')
  @Access('release-agenda')
  @Answers(RestoreReceipt, 201)
  async restore(
    @Param({ schema: ReleasePath }) { slug, number }: ReleasePath,
    @Body({ schema: RestoreRequest }) body: RestoreRequest,
    @CurrentActor() actor: Actor,
  ): Promise<RestoreReceipt> {
    return await this.restoreRelease.run(slug, number, body.requestId, actor);
  }
}

import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Slug } from '../../contract/scalars.js';
import { Access, CurrentActor } from '../../platform/access/access.decorator.js';
import type { Actor } from '../../platform/access/policy.js';
import { ConferencePath } from '../../platform/http/path-params.js';
import { problem, type ProblemError } from '../../platform/problems/problem-error.js';

const PhotoPath = z.object({ slug: Slug, hash: z.string().regex(/^[0-9a-f]{64}$/) });
type PhotoPath = z.infer<typeof PhotoPath>;

@ApiTags('speaking')
@Controller('api/conferences/:slug')
export class PhotosController {
  constructor(private readonly source: DataSource) {}

  /** A published speaker's photo. Its address is its hash, so that what an address shows never changes. */
  @Get('photos/:hash')
  @Access('read-public')
  @ApiProduces('image/webp')
  async published(@Param({ schema: PhotoPath }) { slug, hash }: PhotoPath, @Res() reply: FastifyReply): Promise<void> {
    const [row] = await this.source.query<{ image: Buffer }[]>(
      `SELECT f.image FROM speaker_photo f JOIN speaker k ON k.id = f.speaker_id JOIN conference c ON c.id = k.conference_id
       WHERE c.slug = $1 AND c.status <> 'draft' AND f.hash = $2
         AND EXISTS (SELECT FROM appearance a JOIN slot p ON p.session_id = a.session_id AND p.plan = 'published' WHERE a.speaker_id = k.id)
       LIMIT 1`,
      [slug, hash],
    );
    if (row === undefined) throw noPhoto();
    await reply.type('image/webp').header('cache-control', 'public, max-age=31536000, immutable').send(row.image);
  }

  /** One's own, published or not. */
  @Get('my-profile/photo')
  @Access('own-slots')
  @ApiProduces('image/webp')
  async own(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const [row] = await this.source.query<{ image: Buffer }[]>(
      `SELECT f.image FROM speaker_photo f JOIN speaker k ON k.id = f.speaker_id JOIN conference c ON c.id = k.conference_id
       WHERE c.slug = $1 AND k.account_id = $2`,
      [slug, actor.kind === 'person' ? actor.accountId : null],
    );
    if (row === undefined) throw noPhoto();
    await reply.type('image/webp').header('cache-control', 'private, no-cache').send(row.image);
  }
}

const noPhoto = (): ProblemError => problem('not-found', 'There is no such photo.');

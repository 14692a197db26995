import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ConferenceId } from '../contract/ids.js';
import type { ConferenceStatus } from '../contract/place.js';
import { problem, type ProblemError } from '../platform/problems/problem-error.js';

export interface ConferenceKey {
  id: ConferenceId;
  slug: string;
  status: ConferenceStatus;
  zone: string;
}

/** Finds conferences by the slug in an address. */
@Injectable()
export class Conferences {
  constructor(private readonly source: DataSource) {}

  /** @throws ProblemError `not-found` */
  async bySlug(slug: string, tx: EntityManager = this.source.manager): Promise<ConferenceKey> {
    const [row] = await tx.query<ConferenceKey[]>(`SELECT id, slug, status, zone FROM conference WHERE slug = $1`, [slug]);
    if (row === undefined) throw noConference(slug);
    return row;
  }

  /** The same for readers without a token, to whom a draft does not exist. */
  async publishedBySlug(slug: string): Promise<ConferenceKey> {
    const found = await this.bySlug(slug);
    if (found.status === 'draft') throw noConference(slug);
    return found;
  }
}

export const noConference = (slug: string): ProblemError =>
  problem('not-found', `There is no conference “${slug}”. GET /api/conferences lists those that there are.`);

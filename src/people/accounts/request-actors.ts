import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { ADMINISTRATOR_TOKEN, type AdministratorToken } from '../../platform/access/administrator-token.js';
import type { Actors } from '../../platform/access/actors.js';
import type { Actor, Grant } from '../../platform/access/policy.js';
import { hashSecret } from './secrets.js';
import { readSessionCookie } from './session-cookie.js';

/** Finds who makes a request: by the operator's token, or by the session's cookie. One query a request, made when it is asked for. */
@Injectable()
export class RequestActors implements Actors {
  private readonly known = new WeakMap<FastifyRequest, Promise<Actor>>();

  constructor(
    private readonly source: DataSource,
    @Inject(ADMINISTRATOR_TOKEN) private readonly token: AdministratorToken,
  ) {}

  async of(request: FastifyRequest): Promise<Actor> {
    const known = this.known.get(request) ?? this.find(request);
    this.known.set(request, known);
    return await known;
  }

  private async find(request: FastifyRequest): Promise<Actor> {
    const [, given] = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '') ?? [];
    if (given !== undefined) return this.token.matches(given) ? { kind: 'operator' } : { kind: 'anonymous' };
    const secret = readSessionCookie(request);
    if (secret === null) return { kind: 'anonymous' };
    const [row] = await this.source.query<Found[]>(FIND, [hashSecret(secret)]);
    if (row === undefined) return { kind: 'anonymous' };
    const { isLongUnseen, ...person } = row;
    if (isLongUnseen) await this.source.query(`UPDATE auth_session SET seen_at = now() WHERE id = $1`, [person.sessionId]);
    return { kind: 'person', ...person };
  }
}

interface Found {
  sessionId: string;
  accountId: string;
  strong: boolean;
  isLongUnseen: boolean;
  grants: Grant[];
}

// the view account_grant: memberships, and who speaks or is registered where
const FIND = `
  SELECT s.id AS "sessionId", s.account_id AS "accountId", s.strong, s.seen_at < now() - interval '10 minutes' AS "isLongUnseen",
         coalesce((SELECT json_agg(json_build_object('role', g.role, 'conferenceId', g.conference_id, 'conferenceSlug', c.slug,
                                                     'cityId', g.city_id, 'venueId', g.venue_id))
                   FROM account_grant g LEFT JOIN conference c ON c.id = g.conference_id WHERE g.account_id = s.account_id), '[]') AS grants
  FROM auth_session s WHERE s.token_hash = $1 AND s.expires_at > now()`;

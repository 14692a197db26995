import { Injectable } from '@nestjs/common';
import { DataSource, Raw, type FindOptionsWhere } from 'typeorm';
import type { ConferenceId } from '../contract/ids.js';
import type { Page, PageQuery } from '../contract/page.js';
import type { ConferenceDetails, ConferencePatch, NewConference } from '../contract/place.js';
import { readPage } from '../platform/database/read-page.js';
import { actorName } from '../platform/access/actors.js';
import type { Actor } from '../platform/access/policy.js';
import { recordAudit } from '../platform/audit/record-audit.js';
import { newId } from '../platform/new-id.js';
import { problem } from '../platform/problems/problem-error.js';
import { ConferenceEntity } from './conference.entity.js';
import { Conferences } from './conference.queries.js';
import { PlaceRows } from './place-rows.js';

/** The drafts that somebody sees in the list: all, or these by id. */
export type SeenDrafts = 'all' | readonly string[];

/** The conference's own row: its title, days, zone and status. */
@Injectable()
export class ConferenceEditor {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
    private readonly rows: PlaceRows,
  ) {}

  async list(query: PageQuery, drafts: SeenDrafts): Promise<Page<ConferenceEntity>> {
    const seen = Raw((id) => `${id} IN (SELECT id FROM conference WHERE status <> 'draft' OR id = ANY(:drafts::uuid[]))`, { drafts });
    const where: FindOptionsWhere<ConferenceEntity> = drafts === 'all' ? {} : { id: seen };
    return await readPage(this.source, ConferenceEntity, where, query);
  }

  async one(slug: string): Promise<ConferenceDetails> {
    const { id } = await this.conferences.bySlug(slug);
    const row = await this.source.manager.findOneByOrFail(ConferenceEntity, { id });
    return { ...row, revision: Number(row.revision) };
  }

  async add(input: NewConference, actor: Actor): Promise<ConferenceDetails> {
    refuseBackwards(input.startsOn, input.endsOn);
    await this.source.transaction(async (tx) => {
      const [taken] = await tx.query<object[]>(`SELECT 1 FROM conference WHERE slug = $1`, [input.slug]);
      if (taken !== undefined) {
        throw problem('conflict', `A conference “${input.slug}” exists already. Choose another slug.`, { errors: [{ path: '/slug', message: 'This slug is taken.' }] });
      }
      const id = newId<ConferenceId>();
      await tx.insert(ConferenceEntity, { ...input, id });
      await recordAudit(tx, { actor: actorName(actor), action: 'create-conference', conferenceId: id, subject: `conference:${id}` });
    });
    return await this.one(input.slug);
  }

  async change(slug: string, patch: ConferencePatch, actor: Actor): Promise<ConferenceDetails> {
    const held = await this.one(slug);
    refuseBackwards(patch.startsOn ?? held.startsOn, patch.endsOn ?? held.endsOn);
    const told = { action: 'edit-conference', subject: `conference:${held.id}`, details: { fields: Object.keys(patch).join(', ') } };
    await this.rows.write(slug, actor, told, async (tx, conference) => {
      if (Object.keys(patch).length > 0) await tx.update(ConferenceEntity, { id: conference.id }, patch);
    });
    return await this.one(slug);
  }

  async remove(slug: string, confirm: string, actor: Actor): Promise<void> {
    const { id } = await this.conferences.bySlug(slug);
    if (confirm !== slug) throw problem('invalid-input', `To remove the conference, send confirm=${slug}.`, { errors: [{ path: 'confirm', message: 'This is not the slug.' }] });
    await this.source.transaction(async (tx) => {
      // slots refer to rooms and sessions that go in the same breath: take them first
      await tx.query(`DELETE FROM slot WHERE conference_id = $1`, [id]);
      await tx.query(`DELETE FROM session WHERE conference_id = $1`, [id]);
      for (const table of ['room', 'venue', 'city', 'track', 'speaker']) await tx.query(`DELETE FROM ${table} WHERE conference_id = $1`, [id]);
      await tx.query(`DELETE FROM conference WHERE id = $1`, [id]);
      await recordAudit(tx, { actor: actorName(actor), action: 'remove-conference', conferenceId: id, subject: `conference:${id}` });
    });
  }
}

function refuseBackwards(startsOn: string, endsOn: string): void {
  if (startsOn <= endsOn) return;
  throw problem('invalid-input', 'The last day must not be before the first.', { errors: [{ path: '/endsOn', message: 'Choose a day on or after the first.' }] });
}

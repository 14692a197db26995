import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource, type EntityManager } from 'typeorm';
import { Conferences } from '../../conferences/conference.queries.js';
import { TechnicalNote } from '../../contract/speaking.js';
import { Access, CurrentActor } from '../../platform/access/access.decorator.js';
import { actorName, mustBeAllowed } from '../../platform/access/actors.js';
import type { Actor, Subject } from '../../platform/access/policy.js';
import { recordAudit } from '../../platform/audit/record-audit.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { RowPath } from '../../platform/http/path-params.js';
import { newId } from '../../platform/new-id.js';
import { problem } from '../../platform/problems/problem-error.js';

type About = 'session' | 'room';

/** What speakers should know of a room or of how their session runs: microphones, screens, when to be there. Markdown; an empty text removes it. */
@ApiTags('speaking')
@Access('technical-notes')
@Controller('api/conferences/:slug')
export class TechnicalNotesController {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
  ) {}

  @Get('sessions/:id/technical-note')
  @Answers(TechnicalNote)
  async ofSession(@Param({ schema: RowPath }) path: RowPath, @CurrentActor() actor: Actor): Promise<TechnicalNote> {
    return await this.read('session', path, actor);
  }

  @Get('rooms/:id/technical-note')
  @Answers(TechnicalNote)
  async ofRoom(@Param({ schema: RowPath }) path: RowPath, @CurrentActor() actor: Actor): Promise<TechnicalNote> {
    return await this.read('room', path, actor);
  }

  @Put('sessions/:id/technical-note')
  @Answers(TechnicalNote)
  async writeOfSession(@Param({ schema: RowPath }) path: RowPath, @Body({ schema: TechnicalNote }) body: TechnicalNote, @CurrentActor() actor: Actor): Promise<TechnicalNote> {
    return await this.write('session', path, body.text, actor);
  }

  @Put('rooms/:id/technical-note')
  @Answers(TechnicalNote)
  async writeOfRoom(@Param({ schema: RowPath }) path: RowPath, @Body({ schema: TechnicalNote }) body: TechnicalNote, @CurrentActor() actor: Actor): Promise<TechnicalNote> {
    return await this.write('room', path, body.text, actor);
  }

  private async read(about: About, { slug, id }: RowPath, actor: Actor): Promise<TechnicalNote> {
    const conference = await this.conferences.bySlug(slug);
    mustBeAllowed(actor, 'technical-notes', await subjectOf(this.source.manager, conference.id, about, id));
    const [row] = await this.source.query<TechnicalNote[]>(`SELECT text FROM technical_note WHERE ${about}_id = $1`, [id]);
    return row ?? { text: '' };
  }

  private async write(about: About, { slug, id }: RowPath, text: string, actor: Actor): Promise<TechnicalNote> {
    return await this.source.transaction(async (tx) => {
      const conference = await this.conferences.bySlug(slug, tx);
      mustBeAllowed(actor, 'technical-notes', await subjectOf(tx, conference.id, about, id));
      if (text === '') await tx.query(`DELETE FROM technical_note WHERE ${about}_id = $1`, [id]);
      else {
        await tx.query(
          `INSERT INTO technical_note (id, conference_id, ${about}_id, text) VALUES ($1, $2, $3, $4)
           ON CONFLICT (${about}_id) DO UPDATE SET text = excluded.text, updated_at = now()`,
          [newId(), conference.id, id, text],
        );
      }
      await recordAudit(tx, { actor: actorName(actor), action: 'technical-notes.write', conferenceId: conference.id, subject: `${about}:${id}` });
      return { text };
    });
  }
}

/** Where the room is, or where the session is held (the draft's room before the published one); without a slot, whose city looks after it. */
async function subjectOf(tx: EntityManager, conferenceId: string, about: About, id: string): Promise<Subject> {
  const room = about === 'room' ? '$2' : `(SELECT p.room_id FROM slot p WHERE p.session_id = $2 ORDER BY p.plan LIMIT 1)`;
  const [known] = await tx.query<{ cityId: string | null }[]>(`SELECT ${about === 'room' ? 'NULL' : 'city_id'} AS "cityId" FROM ${about} WHERE conference_id = $1 AND id = $2`, [conferenceId, id]);
  if (known === undefined) throw problem('not-found', `This conference has no such ${about}.`);
  const [place] = await tx.query<{ cityId: string; venueId: string }[]>(
    `SELECT v.city_id AS "cityId", v.id AS "venueId" FROM room r JOIN venue v ON v.id = r.venue_id WHERE r.conference_id = $1 AND r.id = ${room}`,
    [conferenceId, id],
  );
  return { conferenceId, cityId: place?.cityId ?? known.cityId, venueId: place?.venueId ?? null };
}

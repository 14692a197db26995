import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource, type EntityManager } from 'typeorm';
import { tellBoards } from '../../agenda/board/tell-boards.js';
import { Conferences } from '../../conferences/conference.queries.js';
import type { SpeakerId } from '../../contract/ids.js';
import { Availability, NewAvailability } from '../../contract/speaking.js';
import { Access, CurrentActor } from '../../platform/access/access.decorator.js';
import type { Actor } from '../../platform/access/policy.js';
import { Answers } from '../../platform/http/answers.decorator.js';
import { ConferencePath } from '../../platform/http/path-params.js';
import { mergeWindows } from '../../rules/availability.js';
import { findOwnSpeaker } from './own-speaker.js';

/**
 * When a speaker can speak, in instants: what "from one to four on the night when clocks change" means was settled in
 * their zone, where they chose it.
 */
@ApiTags('speaking')
@Access('own-slots')
@Controller('api/conferences/:slug/my-availability')
export class AvailabilityController {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
  ) {}

  @Get()
  @Answers(Availability)
  async read(@Param({ schema: ConferencePath }) { slug }: ConferencePath, @CurrentActor() actor: Actor): Promise<Availability> {
    const conference = await this.conferences.bySlug(slug);
    const speaker = await findOwnSpeaker(this.source.manager, conference.id, actor);
    return { zone: speaker.zone, windows: await readWindows(this.source.manager, speaker.id) };
  }

  /** Replaces all of it; windows that touch become one. */
  @Put()
  @Answers(Availability)
  async write(
    @Param({ schema: ConferencePath }) { slug }: ConferencePath,
    @Body({ schema: NewAvailability }) body: NewAvailability,
    @CurrentActor() actor: Actor,
  ): Promise<Availability> {
    return await this.source.transaction(async (tx) => {
      const conference = await this.conferences.bySlug(slug, tx);
      const speaker = await findOwnSpeaker(tx, conference.id, actor);
      // of two writes at once, the later one holds whole
      await tx.query(`UPDATE speaker SET zone = $2 WHERE id = $1`, [speaker.id, body.zone]);
      await tx.query(`DELETE FROM availability WHERE speaker_id = $1`, [speaker.id]);
      const windows = mergeWindows(body.windows.map(({ startsAt, endsAt }) => ({ startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) })));
      await tx.query(
        `INSERT INTO availability (speaker_id, starts_at, ends_at) SELECT $1, w.starts_at, w.ends_at FROM unnest($2::timestamptz[], $3::timestamptz[]) AS w (starts_at, ends_at)`,
        [speaker.id, windows.map((window) => new Date(window.startsAt)), windows.map((window) => new Date(window.endsAt))],
      );
      await tellBoards(tx, conference.id);
      return { zone: body.zone, windows: await readWindows(tx, speaker.id) };
    });
  }
}

async function readWindows(tx: EntityManager, speakerId: SpeakerId): Promise<Availability['windows']> {
  const rows = await tx.query<{ startsAt: Date; endsAt: Date }[]>(
    `SELECT starts_at AS "startsAt", ends_at AS "endsAt" FROM availability WHERE speaker_id = $1 ORDER BY starts_at`,
    [speakerId],
  );
  return rows.map(({ startsAt, endsAt }) => ({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }));
}

import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Conferences } from '../../conferences/conference.queries.js';
import { placeReach, type PlaceReach } from '../../conferences/place-reach.queries.js';
import type { ConferenceId, RecordingId } from '../../contract/ids.js';
import type { Recording, RecordingRules, Recordings as RecordingList } from '../../contract/recordings.js';
import type { Actor } from '../../platform/access/policy.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';

type Row = Omit<Recording, 'startsAt' | 'endsAt' | 'shownFrom' | 'shownTo'> & Record<'startsAt' | 'endsAt' | 'shownFrom' | 'shownTo', Date | null> & { startsAt: Date };

/** Reads of recordings, as far as who asks looks after them: a host's are those of their city. */
@Injectable()
export class Recordings {
  private readonly limit: number | null;

  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
    @Inject(CONFIGURATION) { recordings }: Configuration,
  ) {
    this.limit = recordings.limit;
  }

  async list(slug: string, actor: Actor): Promise<RecordingList> {
    const { id } = await this.conferences.bySlug(slug);
    const { manager } = this.source;
    const reach = await placeReach(manager, actor, 'edit-recordings', id);
    const rows = await readRecordings(manager, id);
    const [{ bytes }] = await manager.query<[{ bytes: number }]>(`SELECT coalesce(sum(bytes), 0)::float8 AS bytes FROM recorded_segment`);
    return {
      items: rows.filter(({ cityId }) => reach === null || (cityId !== null && reach.cityIds.includes(cityId))),
      rules: await readRules(manager, id, reach),
      storage: { bytes, limit: this.limit },
    };
  }

  async one(tx: EntityManager, conferenceId: ConferenceId, id: RecordingId): Promise<Recording> {
    const [recording] = await readRecordings(tx, conferenceId, id);
    if (recording === undefined) throw new Error(`recording ${id} went away while it was read`);
    return recording;
  }
}

/** Length and size are those of the segments that are kept: a stage that sent nothing for a while is as much shorter. */
async function readRecordings(tx: EntityManager, conferenceId: ConferenceId, id?: RecordingId): Promise<Recording[]> {
  const rows = await tx.query<Row[]>(
    `SELECT r.id, r.session_id AS "sessionId", coalesce(s.title, r.title) AS title, r.channel_id AS "channelId", r.city_id AS "cityId", r.access, r.state, r.failure,
            r.starts_at AS "startsAt", r.ends_at AS "endsAt", r.shown_from AS "shownFrom", r.shown_to AS "shownTo", k.length, k.bytes
     FROM recording r LEFT JOIN session s ON s.id = r.session_id
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(extract(epoch FROM g.ends_at - g.starts_at)) FILTER (
                WHERE g.starts_at < coalesce(r.shown_to, 'infinity') AND g.ends_at > coalesce(r.shown_from, '-infinity')), 0)::float8 AS length,
              coalesce(sum(g.bytes), 0)::float8 AS bytes
       FROM recorded_segment g WHERE g.channel_id = r.channel_id AND g.starts_at < coalesce(r.ends_at, 'infinity') AND g.ends_at > r.starts_at) k
     WHERE r.conference_id = $1 ${id === undefined ? '' : 'AND r.id = $2'} ORDER BY r.starts_at DESC, r.id`,
    id === undefined ? [conferenceId] : [conferenceId, id],
  );
  return rows.map(({ startsAt, endsAt, shownFrom, shownTo, ...row }) => ({
    ...row, startsAt: startsAt.toISOString(), endsAt: endsAt?.toISOString() ?? null, shownFrom: shownFrom?.toISOString() ?? null, shownTo: shownTo?.toISOString() ?? null,
  }));
}

async function readRules(tx: EntityManager, conferenceId: ConferenceId, reach: PlaceReach | null): Promise<RecordingRules> {
  const cities = reach?.cityIds ?? null;
  const [{ safetyMode }] = await tx.query<[{ safetyMode: boolean }]>(`SELECT safety_mode AS "safetyMode" FROM conference WHERE id = $1`, [conferenceId]);
  const stages = await tx.query<RecordingRules['stages']>(
    `SELECT c.id AS "channelId", c.room_id AS "roomId", c.recording FROM stream_channel c JOIN room o ON o.id = c.room_id JOIN venue v ON v.id = o.venue_id
     WHERE c.conference_id = $1 AND ($2::uuid[] IS NULL OR v.city_id = ANY($2)) ORDER BY c.id`,
    [conferenceId, cities],
  );
  const choices = await tx.query<RecordingRules['choices']>(
    `SELECT w.session_id AS "sessionId", w.wanted FROM recording_choice w JOIN session s ON s.id = w.session_id
     WHERE s.conference_id = $1 AND ($2::uuid[] IS NULL OR s.city_id = ANY($2) OR EXISTS (
       SELECT FROM slot p JOIN room o ON o.id = p.room_id JOIN venue v ON v.id = o.venue_id WHERE p.session_id = s.id AND v.city_id = ANY($2)))
     ORDER BY w.session_id`,
    [conferenceId, cities],
  );
  return { safetyMode, stages, choices };
}

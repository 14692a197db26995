import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Conferences, noConference } from '../../conferences/conference.queries.js';
import type { ChannelId, RecordingId } from '../../contract/ids.js';
import type { Chapter, Replay } from '../../contract/recordings.js';
import { may, type Actor } from '../../platform/access/policy.js';
import { admittedAs, TOKEN_SECONDS } from '../admission/issue-playback.js';
import { PlaybackTokens, type Subject } from '../admission/playback-tokens.js';
import { noRecording } from './edit-recordings.js';
import { RecordingEntity } from './recording.entity.js';
import { AUDIO_ONLY_FILE, MAIN_FILE } from './replay-playlists.js';

/** Where playlists of published recordings are, with their slash at the end; the token follows, then the recording. */
export const REPLAY_PATH = '/streams/replay/';

/** Gives who may watch a recording the addresses to do so: published ones as their live stream was, others to those who look after them. */
@Injectable()
export class IssueReplay {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
    private readonly tokens: PlaybackTokens,
  ) {}

  /** @throws ProblemError `not-found`; `token-required`, `second-factor-required` or `not-allowed` for one that is not public */
  async run(slug: string, id: RecordingId, actor: Actor): Promise<Replay> {
    return await this.source.transaction(async (tx) => {
      const { id: conferenceId, status } = await this.conferences.bySlug(slug, tx);
      if (status === 'draft' && may(actor, 'edit-recordings', { conferenceId }) !== 'allowed') throw noConference(slug);
      const recording = await tx.findOneBy(RecordingEntity, { id, conferenceId, state: 'published' });
      if (recording === null) throw noRecording();
      const subject: Subject = recording.access === 'public' ? `anyone:${id}` : await admittedAs(tx, conferenceId, actor);
      const [{ now }] = await tx.query<[{ now: number }]>(`SELECT extract(epoch FROM clock_timestamp())::float8 AS now`);
      const issuedAt = Math.floor(now * 1_000);
      const expiresAt = issuedAt + TOKEN_SECONDS * 1_000;
      // a token is for one thing to watch: its ids are unique over channels and recordings
      const token = this.tokens.seal(subject, { channelId: id as string as ChannelId, issuedAt, expiresAt });
      return await addresses(tx, recording, `${REPLAY_PATH}${token}/${id}/`, new Date(expiresAt));
    });
  }

  /** For its organizers, in any state: their sign-in admits them, at each request. @throws ProblemError `not-found` */
  async preview(slug: string, id: RecordingId, actor: Actor): Promise<Replay> {
    const recording = await this.previewed(slug, id, actor);
    return await addresses(this.source.manager, recording, `/api/conferences/${slug}/recordings/${id}/preview/`, new Date(Date.now() + TOKEN_SECONDS * 1_000));
  }

  /** @throws ProblemError `not-found`, also for one of another city */
  async previewed(slug: string, id: RecordingId, actor: Actor): Promise<RecordingEntity> {
    const { id: conferenceId } = await this.conferences.bySlug(slug);
    const recording = await this.source.manager.findOneBy(RecordingEntity, { id, conferenceId });
    if (recording === null || may(actor, 'edit-recordings', { conferenceId, cityId: recording.cityId }) === 'forbidden') throw noRecording();
    return recording;
  }
}

async function addresses(tx: EntityManager, recording: RecordingEntity, at: string, expiresAt: Date): Promise<Replay> {
  return {
    url: `${at}${MAIN_FILE}`, audioOnlyUrl: `${at}${AUDIO_ONLY_FILE}`, expiresAt: expiresAt.toISOString(),
    chapters: await readChapters(tx, recording), length: await readLength(tx, recording),
  };
}

async function readLength(tx: EntityManager, { channelId, startsAt, endsAt, shownFrom, shownTo }: RecordingEntity): Promise<number> {
  const [{ length }] = await tx.query<[{ length: number }]>(
    `SELECT coalesce(sum(extract(epoch FROM ends_at - starts_at)), 0)::float8 AS length FROM recorded_segment
     WHERE channel_id = $1 AND starts_at < least($3::timestamptz, $5::timestamptz, 'infinity') AND ends_at > greatest($2::timestamptz, $4::timestamptz)`,
    [channelId, startsAt, endsAt, shownFrom, shownTo],
  );
  return length;
}

/** The talks that were on its stage meanwhile, each from where it begins in what is shown: holes of the recording are no time. */
async function readChapters(tx: EntityManager, { channelId, startsAt, endsAt, shownFrom, shownTo }: RecordingEntity): Promise<Chapter[]> {
  return await tx.query<Chapter[]>(
    `WITH shown AS (SELECT greatest($2::timestamptz, $4::timestamptz) AS starts_at, least($3::timestamptz, $5::timestamptz, 'infinity') AS ends_at)
     SELECT s.id AS "sessionId", s.title, coalesce((
              SELECT sum(extract(epoch FROM least(g.ends_at, p.starts_at) - g.starts_at)) FROM recorded_segment g
              WHERE g.channel_id = $1 AND g.starts_at < p.starts_at AND g.ends_at > shown.starts_at), 0)::float8 AS at
     FROM stream_channel c JOIN slot p ON p.room_id = c.room_id AND p.plan = 'published' AND NOT p.cancelled JOIN session s ON s.id = p.session_id, shown
     WHERE c.id = $1 AND s.kind <> 'break'
       -- the margins of one talk are not a chapter of the next
       AND p.starts_at < shown.ends_at - interval '1 minute' AND p.ends_at > shown.starts_at + interval '1 minute'
     ORDER BY p.starts_at, s.id`,
    [channelId, startsAt, endsAt, shownFrom, shownTo],
  );
}

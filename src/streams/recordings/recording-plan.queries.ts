import type { EntityManager } from 'typeorm';
import type { ChannelAccess } from '../../contract/channel.js';
import type { ChannelId, CityId, ConferenceId, RecordingId, SessionId } from '../../contract/ids.js';
import type { RecordingState } from '../../contract/recordings.js';
import { windowsToRecord, type OnStage, type RecordedWindow, type StageRecording } from '../../rules/streams/to-record.js';

export interface PlannedSession extends OnStage {
  sessionId: SessionId;
  title: string;
}

/** A recording that there is of a session already, on this stage. */
export interface MadeBefore {
  id: RecordingId;
  sessionId: SessionId | null;
  state: RecordingState;
}

/** A stage, what is on it about now, and what is to be kept of it. */
export interface StagePlan {
  channelId: ChannelId;
  conferenceId: ConferenceId;
  cityId: CityId | null;
  access: ChannelAccess;
  recording: StageRecording;
  safetyMode: boolean;
  sessions: readonly PlannedSession[];
  made: readonly MadeBefore[];
  windows: readonly RecordedWindow[];
}

type Row = Omit<StagePlan, 'sessions' | 'windows'> & { sessions: PlannedSession[] };

/** Stages with sessions within an hour of `now`, as published; those whose recording is under way at any time. */
export async function readRecordingPlan(tx: EntityManager, now: number): Promise<StagePlan[]> {
  const rows = await tx.query<Row[]>(
    `SELECT c.id AS "channelId", c.conference_id AS "conferenceId", v.city_id AS "cityId", c.access, c.recording, f.safety_mode AS "safetyMode",
            coalesce((SELECT json_agg(json_build_object('id', r.id, 'sessionId', r.session_id, 'state', r.state)) FROM recording r WHERE r.channel_id = c.id), '[]') AS made,
            json_agg(json_build_object(
              'sessionId', s.id, 'title', s.title, 'startsAt', extract(epoch FROM p.starts_at) * 1000, 'endsAt', extract(epoch FROM p.ends_at) * 1000,
              'cancelled', p.cancelled, 'isBreak', s.kind = 'break', 'wanted', w.wanted)) AS sessions
     FROM stream_channel c
     JOIN conference f ON f.id = c.conference_id AND f.status IN ('published', 'live')
     JOIN room o ON o.id = c.room_id JOIN venue v ON v.id = o.venue_id
     JOIN slot p ON p.room_id = c.room_id AND p.plan = 'published'
     JOIN session s ON s.id = p.session_id
     LEFT JOIN recording_choice w ON w.session_id = s.id
     WHERE (p.starts_at < to_timestamp($1) + interval '1 hour' AND p.ends_at > to_timestamp($1) - interval '1 hour')
        OR EXISTS (SELECT FROM recording u WHERE u.session_id = s.id AND u.state = 'recording')
     GROUP BY c.id, v.city_id, f.safety_mode`,
    [now / 1000],
  );
  return rows.map((row) => ({ ...row, windows: windowsToRecord(row.sessions, row.recording, row.safetyMode) }));
}

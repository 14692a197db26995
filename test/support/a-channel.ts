import type { DataSource } from 'typeorm';
import type { ChannelAccess, ChannelState } from '../../src/contract/channel.js';
import type { ChannelId, RoomId } from '../../src/contract/ids.js';
import { newId } from '../../src/platform/new-id.js';
import type { BuiltConference } from './a-conference.js';

interface Wanted {
  /** The room that sends; left out: the programme. */
  room?: string;
  state?: ChannelState;
  access?: ChannelAccess;
  languages?: readonly string[];
  onAir?: ChannelId;
}

/** A channel of a conference that a server finds when it starts. */
export async function aChannel(source: DataSource, held: BuiltConference, wanted: Wanted = {}): Promise<ChannelId> {
  const { room, state = 'live', access = 'public', languages = ['en', 'fa'], onAir = null } = wanted;
  const id = newId<ChannelId>();
  const roomId: RoomId | null = room === undefined ? null : (held.rooms[room] ?? null);
  await source.query(
    `INSERT INTO stream_channel (id, conference_id, kind, room_id, state, on_air_channel_id, languages, access) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, held.id, room === undefined ? 'programme' : 'stage', roomId, state, onAir, languages, access],
  );
  return id;
}

import type { EntityManager } from 'typeorm';
import type { ChannelId, ConferenceId, HandOverId, StreamInputId } from '../contract/ids.js';
import { newId } from '../platform/new-id.js';
import { HandOverEntity } from '../streams/setup/hand-over.entity.js';
import { StreamChannelEntity } from '../streams/setup/stream-channel.entity.js';
import { StreamInputEntity } from '../streams/setup/stream-input.entity.js';
import type { DemoIds } from './demo-ids.js';
import { insertRows } from './insert-rows.js';
import type { CastSession } from './placed-session.js';
import type { DemoCity } from './world.js';

/** Of so many stages, one is for those who take part; the others are for everyone. */
const REGISTERED = 4;

/**
 * Makes a stage of each room that the programme comes from, with a test picture for its input, and hands the programme on from one to the next as
 * the agenda says. Nothing is recorded: a test picture is not worth keeping.
 */
export async function insertStreams(tx: EntityManager, conferenceId: ConferenceId, ids: DemoIds, sessions: readonly CastSession[]): Promise<void> {
  const programme = sessions.filter((session) => session.programme);
  const rooms = new Map(programme.map(({ at }) => [at.room, at]));
  const stages = [...rooms.values()].map(({ room, city }, turn) => ({ id: newId<ChannelId>(), room, city, access: turn % REGISTERED === REGISTERED - 1 ? ('registered' as const) : ('public' as const) }));
  const common = { conferenceId, state: 'off' as const, choice: 'automatic' as const, slides: false, recording: 'off' as const, onAirChannelId: null };
  await insertRows(tx, StreamChannelEntity, [
    { id: newId<ChannelId>(), kind: 'programme' as const, roomId: null, languages: ['en', 'fr'], access: 'public' as const, ...common },
    ...stages.map(({ id, room, city, access }) => ({ id, kind: 'stage' as const, roomId: ids.room(room), languages: languagesOf(city), access, ...common })),
  ]);
  await insertRows(tx, StreamInputEntity, stages.map(({ id }) => ({
    id: newId<StreamInputId>(), conferenceId, channelId: id, role: 'primary' as const, kind: 'test' as const, via: 'internet' as const,
  })));
  await insertRows(tx, HandOverEntity, programme.map(({ at, startsAt }) => ({
    id: newId<HandOverId>(), conferenceId, at: new Date(startsAt), toChannelId: stages.find(({ room }) => room === at.room)!.id,
  })));
}

/** What is spoken there, and English beside it; of English, French. */
function languagesOf({ languages: [floor = 'en'] }: DemoCity): string[] {
  return [floor, floor === 'en' ? 'fr' : 'en'];
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Playback } from '../../src/contract/channel.js';
import type { StreamInputWithSecret } from '../../src/contract/streams.js';
import { freePort } from '../../src/platform/database/free-port.js';
import { aConference } from '../../test/support/a-conference.js';
import { aServer, type RunningServer } from '../../test/support/running-server.js';
import { aDatabase } from '../../test/support/test-database.js';
import { aFilm, Encoder, type Film } from './encoders.js';
import { Followers } from './followers.js';

type Role = 'primary' | 'backup';

/** The built server with one stage of two inputs, each of which has an encoder that can be started and ended. */
export interface FailingHouse {
  server: RunningServer;
  stage: string;
  /** Of a page with the stage's player. */
  path: string;
  followers: Followers;
  /** Asks the API as the administrator, below the conference. */
  ask: <T>(method: 'POST' | 'PUT', path: string, body?: object) => Promise<T>;
  playback: (channel?: string) => Promise<Playback>;
  /** Another stage, of another city, which sends that film by its only input. */
  addStage: (room: string, film: Film) => Promise<string>;
  /** Starts the encoder of an input, in place of one that sends. */
  start: (role: Role, film?: Film) => Promise<void>;
  kill: (role: Role) => Promise<void>;
  hang: (role: Role) => void;
  folder: string;
  close: () => Promise<void>;
}

/** @param clients that follow the agenda by socket */
export async function aFailingHouse(clients: number): Promise<FailingHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'meridian-failover-'));
  const database = await aDatabase();
  const held = await aConference('bench').withCity('Oslo').withRoom('Loft').withCity('Quito').withRoom('Dome').withCity('Lyon').withRoom('Hall').withSession('Opening', { room: 'Hall', startsAt: new Date(Date.now() - 60_000).toISOString(), minutes: 240 }).build(database.source);
  await database.source.destroy();
  const rtmpPort = await freePort();
  const server = await aServer({ database, environment: { MERIDIAN_STREAMS: '1', MERIDIAN_RTMP_PORT: String(rtmpPort) } });
  const ask = async <T>(method: 'POST' | 'PUT', path: string, body?: object): Promise<T> => {
    const headers = { authorization: `Bearer ${server.token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const response = await fetch(`${server.url}/api/conferences/bench${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  const channel = async (room: string): Promise<string> => (await ask<{ id: string }>('POST', '/channels', { kind: 'stage', roomId: held.rooms[room], access: 'public', languages: ['en'] })).id;
  const stage = await channel('Hall');
  /** Where its encoder sends to. */
  const input = async (id: string, role: Role): Promise<string> =>
    `rtmp://127.0.0.1:${rtmpPort}/live/${(await ask<StreamInputWithSecret>('POST', `/channels/${id}/inputs`, { kind: 'rtmp', role })).secret!.value}`;
  const addresses: Record<Role, string> = { primary: await input(stage, 'primary'), backup: await input(stage, 'backup') };
  const films: Record<Role, Film> = { primary: await aFilm(folder, { tone: 440 }), backup: await aFilm(folder, { tone: 660 }) };
  const encoders = new Map<string, Encoder>();
  const followers = await Followers.join(server.url, 'bench', stage, clients);
  while (!(await fetch(`${server.url}/health/streams`)).ok) await new Promise((resolve) => setTimeout(resolve, 200));
  return {
    server, stage, followers, folder, ask,
    path: `/bench/sessions/${held.sessions['Opening']}`,
    playback: async (id = stage) => await ask<Playback>('POST', `/channels/${id}/playback`),
    addStage: async (room, film) => {
      const id = await channel(room);
      encoders.set(id, await Encoder.send(film, await input(id, 'primary')));
      return id;
    },
    start: async (role, film = films[role]) => {
      await encoders.get(role)?.kill();
      encoders.set(role, await Encoder.send(film, addresses[role]));
    },
    kill: async (role) => await encoders.get(role)?.kill(),
    hang: (role) => encoders.get(role)?.hang(),
    close: async () => {
      await Promise.all([...encoders.values()].map(async (encoder) => await encoder.kill()));
      followers.close();
      await server.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

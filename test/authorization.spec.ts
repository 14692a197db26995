import type { Socket } from 'socket.io-client';
import { ROUTES, COMMANDS, SCENARIOS, rolesOf, type Scenario } from './authorization-table.js';
import { ASKERS, aWorldOfRoles, type Asker, type Surroundings, type World } from './support/a-world-of-roles.js';
import { aSocket, socketToken } from './support/a-live-client.js';
import { anApp, TOKEN, type Answer, type As, type RunningApp } from './support/an-app.js';
import { requestFor } from './support/authorization-requests.js';
import { listRoutes } from './support/list-routes.js';
import { aDatabase, type TestDatabase } from './support/test-database.js';
import { commands, PROTOCOL_VERSION, type CommandName } from '../src/contract/socket.js';
import type { Problem } from '../src/contract/problem.js';
import { CommandRegistry } from '../src/realtime/command-registry.js';

let database: TestDatabase;
let running: RunningApp;
let world: World;

beforeAll(async () => {
  database = await aDatabase();
  running = await anApp(database);
  world = await aWorldOfRoles(running.app);
});

afterAll(async () => {
  await running.close();
  await database.drop();
});

it('has a row for each route of the running application, and no other', () => {
  expect(Object.keys(ROUTES).sort()).toEqual(listRoutes(running.app));
});

it('has a row for each socket command of the running application, and no other', () => {
  expect(Object.keys(COMMANDS).sort()).toEqual(Object.keys(running.app.get(CommandRegistry).actions()).sort());
});

describe.each(Object.keys(ROUTES))('%s', (route) => {
  it.each(SCENARIOS.filter((scenario) => scenario === 'own' || route.includes(':')))('answers each role as the table says: %s', async (scenario) => {
    const told: Partial<Record<Asker, string>> = {};
    for (const asker of ASKERS) {
      const { method, path, body } = requestFor(route, surroundings(scenario));
      const answer = await running.ask<Partial<Problem>>(method, path, body, world.as[asker]);
      told[asker] = verdictOf(answer);
      if (tookSomethingAway(method, answer.status)) world = await aWorldOfRoles(running.app);
    }
    expect(told).toEqual(rolesOf(ROUTES[route] ?? '', scenario));
  });
});

describe.each(Object.keys(COMMANDS) as CommandName[])('the command %s', (name) => {
  it.each(SCENARIOS)('answers each role as the table says: %s', async (scenario) => {
    const told: Partial<Record<Asker, string>> = {};
    for (const asker of ASKERS) {
      const { slug, cityId, roomId, sessionId, channelId } = surroundings(scenario);
      const socket = await aSocket(running.url, { auth: { token: await tokenOf(world.as[asker]), protocol: PROTOCOL_VERSION } });
      const input: unknown = {
        'agenda:follow': { conference: slug, since: 0, cityId }, 'agenda:unfollow': { conference: slug },
        'board:follow': { conference: slug, since: 0 }, 'board:unfollow': { conference: slug },
        'streams:follow': { conference: slug }, 'streams:unfollow': { conference: slug },
        'audience:join': { address: `/streams/play/made-up/${channelId}/main.m3u8` }, 'audience:leave': { channelId },
        'board:point': { conference: slug, at: { roomId, instant: '2026-11-24T09:00:00Z' }, sessionId },
      }[name];
      const reply = (await (socket as Socket).emitWithAck(name, commands[name].input.parse(input))) as { ok: boolean; problem?: Problem };
      socket.close();
      told[asker] = reply.problem === undefined ? 'allowed' : verdictOf({ status: reply.problem.status, body: reply.problem });
    }
    expect(told).toEqual(rolesOf(COMMANDS[name] ?? '', scenario));
  });
});

function surroundings(scenario: Scenario): Surroundings {
  // the id of a row elsewhere, asked for by the address of the own conference
  return scenario === 'strayId' ? { ...world.otherConference, slug: world.own.slug } : world[scenario];
}

/** Whatever is neither a refusal nor a failure has passed: a body that is not valid comes after that question. */
function verdictOf({ status, body }: Pick<Answer<Partial<Problem> | string>, 'status' | 'body'>): string {
  const code = typeof body === 'string' ? '' : (body?.type ?? '').replace('urn:meridian:problem:', '');
  if (status === 401) return 'sign-in';
  if (code === 'second-factor-required') return 'second-factor';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  return status === 500 ? `failed: ${JSON.stringify(body)}` : 'allowed';
}

/** What the next one asks for may be gone. What was added (201) or changed is still there. */
function tookSomethingAway(method: string, status: number): boolean {
  return status < 300 && (method === 'DELETE' || (method === 'POST' && status !== 201));
}

async function tokenOf(as: As): Promise<string> {
  if (typeof as === 'string') return (await socketToken(running.url, as === 'nobody' ? undefined : TOKEN)).token;
  const { body } = await running.ask<{ token: string }>('POST', '/api/socket-token', undefined, as);
  return body.token;
}

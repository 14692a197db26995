import { Logger } from '@nestjs/common';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io as connect } from 'socket.io-client';
import { bindCommands } from './bind-commands.js';
import type { ClientSocket } from './caller.js';
import { CommandRegistry } from './command-registry.js';

// one of them fails on purpose, and is logged
beforeAll(() => Logger.overrideLogger(false));

const RATE = { perSecond: 100, burst: 100 };

/** A server with nothing but commands, and a client of it. */
async function aPair(registry: CommandRegistry, readsAnswers: (socket: ClientSocket) => boolean): Promise<{ client: ReturnType<typeof connect>; close: () => Promise<void> }> {
  const http = createServer();
  const io = new Server(http);
  io.on('connection', (socket: ClientSocket) => {
    socket.data.actor = { kind: 'anonymous' };
    bindCommands(socket, registry, RATE, () => readsAnswers(socket));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const client = connect(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, { transports: ['websocket'], forceNew: true, reconnection: false });
  await new Promise<void>((resolve) => client.once('connect', () => resolve()));
  const close = async (): Promise<void> => {
    client.close();
    await io.close();
  };
  return { client, close };
}

test('commands of one client are run one after another, in order', async () => {
  const registry = new CommandRegistry();
  const steps: string[] = [];
  registry.register('agenda:follow', {
    action: 'read-public',
    run: async () => {
      steps.push('follow begins');
      await new Promise(setImmediate);
      steps.push('follow ends');
      return { revision: 0, revisions: [] };
    },
  });
  registry.register('agenda:unfollow', { action: 'read-public', run: () => (steps.push('unfollow'), {}) });
  const { client, close } = await aPair(registry, () => true);
  client.emit('agenda:follow', { conference: 'tides', since: 0 });
  await client.emitWithAck('agenda:unfollow', { conference: 'tides' });
  expect(steps).toEqual(['follow begins', 'follow ends', 'unfollow']);
  await close();
});

test('a handler that fails by a bug is answered with a problem, without its words', async () => {
  const registry = new CommandRegistry();
  registry.register('agenda:unfollow', {
    action: 'read-public',
    run: () => {
      throw new Error('the password is tides');
    },
  });
  const { client, close } = await aPair(registry, () => true);
  const reply: unknown = await client.emitWithAck('agenda:unfollow', { conference: 'tides' });
  expect(reply).toMatchObject({ ok: false, problem: { type: 'urn:meridian:problem:internal', status: 500 } });
  expect(JSON.stringify(reply)).not.toContain('password');
  await close();
});

test('a command that is the administrator’s is refused to others', async () => {
  const registry = new CommandRegistry();
  registry.register('agenda:unfollow', { action: 'read-drafts', run: () => ({}) });
  const { client, close } = await aPair(registry, () => true);
  expect(await client.emitWithAck('agenda:unfollow', { conference: 'tides' })).toMatchObject({ ok: false, problem: { type: 'urn:meridian:problem:token-required' } });
  await close();
});

test('one who asks and does not read the answers is not served', async () => {
  const registry = new CommandRegistry();
  let runs = 0;
  registry.register('agenda:unfollow', { action: 'read-public', run: () => ((runs += 1), {}) });
  const { client, close } = await aPair(registry, (socket) => {
    socket.disconnect(true);
    return false;
  });
  const gone = new Promise((resolve) => client.once('disconnect', resolve));
  client.emit('agenda:unfollow', { conference: 'tides' });
  expect(await gone).toBe('io server disconnect');
  expect(runs).toBe(0);
  await close();
});

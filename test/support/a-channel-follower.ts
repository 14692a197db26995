import type { Agenda } from '../../src/contract/agenda.js';
import type { Channel } from '../../src/contract/channel.js';
import { aSocket, type LiveSocket } from './a-live-client.js';
import type { RunningApp } from './an-app.js';

/** Follows the agenda as every client does, and waits until a channel is as it should be. */
export async function aChannelFollower(running: RunningApp, slug: string) {
  const socket: LiveSocket = await aSocket(running.url);
  const { body } = await running.ask<Agenda>('GET', `/api/conferences/${slug}/agenda`, undefined, 'nobody');
  const channels = new Map(Object.entries(body.channels));
  let changed = (): void => undefined;
  socket.on('agenda:changed', ({ revisions }) => {
    for (const change of revisions.flatMap((revision) => revision.changes)) {
      const known = change.change === 'channel.changed' ? channels.get(change.channelId) : undefined;
      if (change.change === 'channel.put') channels.set(change.channel.id, change.channel);
      if (change.change === 'channel.changed' && known !== undefined) channels.set(known.id, { ...known, ...change.to });
    }
    changed();
  });
  await socket.emitWithAck('agenda:follow', { conference: slug, since: body.revision });
  return {
    until: async (id: string, wanted: Partial<Channel>): Promise<void> => {
      const isSo = (): boolean => Object.entries(wanted).every(([key, value]) => channels.get(id)?.[key as keyof Channel] === value);
      while (!isSo()) await new Promise<void>((resolve) => (changed = resolve));
    },
    close: () => socket.close(),
  };
}

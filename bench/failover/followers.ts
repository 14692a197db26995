import type { Agenda } from '../../src/contract/agenda.js';
import type { ChannelState } from '../../src/contract/channel.js';
import { PROTOCOL_VERSION } from '../../src/contract/socket.js';
import { aSocket, socketToken, type LiveSocket } from '../../test/support/a-live-client.js';

const AT_ONCE = 20;

interface Turn {
  state: ChannelState;
  /** Epoch milliseconds at which the first client was told, and at which the last was. */
  first: number;
  last: number;
  clients: number;
}

/** Clients that follow the agenda by socket, and when each was told what of one channel. */
export class Followers {
  readonly turns: Turn[] = [];
  private waiting: (() => void)[] = [];

  private constructor(private readonly sockets: LiveSocket[]) {}

  static async join(url: string, conference: string, channel: string, count: number): Promise<Followers> {
    const { revision } = (await (await fetch(`${url}/api/conferences/${conference}/agenda`)).json()) as Agenda;
    const auth = { token: (await socketToken(url)).token, protocol: PROTOCOL_VERSION };
    const followers = new Followers([]);
    const joinOne = async (): Promise<void> => {
      const socket = await aSocket(url, { auth });
      let turn = 0;
      socket.on('agenda:changed', ({ revisions }) => {
        for (const change of revisions.flatMap(({ changes }) => changes)) {
          if (change.change !== 'channel.changed' || change.channelId !== channel) continue;
          followers.heard(turn, change.to.state);
          turn += 1;
        }
      });
      await socket.emitWithAck('agenda:follow', { conference, since: revision });
      followers.sockets.push(socket);
    };
    for (let joined = 0; joined < count; joined += AT_ONCE) await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - joined) }, joinOne));
    return followers;
  }

  get count(): number {
    return this.sockets.length;
  }

  /** Resolves when every client was told that the channel is so, by a change after the first `after` ones. */
  async untilAll(state: ChannelState, after = this.turns.length): Promise<Turn> {
    for (;;) {
      const turn = this.turns.slice(after).find((one) => one.state === state && one.clients === this.sockets.length);
      if (turn !== undefined) return turn;
      await new Promise<void>((resolve) => void this.waiting.push(resolve));
    }
  }

  close(): void {
    for (const socket of this.sockets) socket.close();
  }

  private heard(index: number, state: ChannelState): void {
    const now = Date.now();
    const turn = this.turns[index] ?? { state, first: now, last: now, clients: 0 };
    this.turns[index] = { ...turn, last: now, clients: turn.clients + 1 };
    for (const look of this.waiting.splice(0)) look();
  }
}

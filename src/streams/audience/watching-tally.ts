import type { ChannelId } from '../../contract/ids.js';

/** Milliseconds after which a process that says nothing is taken for gone. */
export const SILENCE_MS = 50_000;

/** What a socket watches, and the address that admits it. */
export interface Watching {
  channelId: ChannelId;
  token: string;
}

/** Adds up who watches what at this process and how many others report. A socket watches one channel at a time. The caller gives the time (milliseconds). */
export class WatchingTally {
  private readonly sockets = new Map<string, Watching>();
  private readonly others = new Map<string, { people: Map<ChannelId, number>; heardAt: number }>();

  enter(socket: string, watching: Watching): void {
    this.sockets.set(socket, watching);
  }

  of(socket: string): Watching | undefined {
    return this.sockets.get(socket);
  }

  gone(socket: string): void {
    this.sockets.delete(socket);
  }

  /** Forgets whoever is no longer admitted. @returns the channels that they watched */
  keep(isAdmitted: (watching: Watching) => boolean): Set<ChannelId> {
    const left = new Set<ChannelId>();
    for (const [socket, watching] of this.sockets) {
      if (isAdmitted(watching)) continue;
      this.sockets.delete(socket);
      left.add(watching.channelId);
    }
    return left;
  }

  /** What another process counts; zero says that nobody watches there any more. */
  report(process: string, channelId: ChannelId, people: number, now: number): void {
    const held = this.others.get(process)?.people ?? new Map<ChannelId, number>();
    if (people === 0) held.delete(channelId);
    else held.set(channelId, people);
    this.others.set(process, { people: held, heardAt: now });
  }

  /** Forgets processes that fell silent. */
  expire(now: number): void {
    for (const [process, { heardAt }] of this.others) if (now - heardAt > SILENCE_MS) this.others.delete(process);
  }

  /** By channel: people at this process. */
  here(): Map<ChannelId, number> {
    const people = new Map<ChannelId, number>();
    for (const { channelId } of this.sockets.values()) people.set(channelId, (people.get(channelId) ?? 0) + 1);
    return people;
  }

  /** By channel: people at all processes. Exact, and so for nobody's eyes. */
  everywhere(): Map<ChannelId, number> {
    const sum = this.here();
    for (const { people } of this.others.values()) {
      for (const [channelId, more] of people) sum.set(channelId, (sum.get(channelId) ?? 0) + more);
    }
    return sum;
  }
}

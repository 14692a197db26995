import type { ChannelSettings } from '../../rules/streams/channel.js';
import type { SourceId } from '../../rules/streams/source.js';
import { LiveChannel } from './live-channel.js';
import type { SourceRegistry } from './source-registry.js';

/** The channels of this process, each carried forward by the sources it shows. */
export class LiveChannels {
  private readonly channels = new Map<string, LiveChannel>();
  private readonly listeners = new Set<(id: string) => void>();
  private readonly turns = new Set<(source: SourceId) => void>();

  constructor(private readonly sources: SourceRegistry, private readonly now: () => number = Date.now) {
    sources.onChange((source) => {
      for (const channel of this.channels.values()) if (channel.follows(source)) this.update(channel);
    });
  }

  get(id: string): LiveChannel | undefined {
    return this.channels.get(id);
  }

  /** A channel that is open already stays as it is: players were told its settings. */
  open(id: string, settings: ChannelSettings): LiveChannel {
    const channel = this.channels.get(id) ?? this.begin(id, settings);
    this.channels.set(id, channel);
    return channel;
  }

  /** Calls back when somebody asks for a channel's media after nobody did. Returns how to stop. */
  onArrival(listener: (id: string) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Calls back when a channel is to show another source, before it looks what there is of it. Returns how to stop. */
  onTurn(listener: (source: SourceId) => void): () => void {
    this.turns.add(listener);
    return () => void this.turns.delete(listener);
  }

  /** Whether a channel shows that source, or is to. */
  follow(source: SourceId): boolean {
    return [...this.channels.values()].some((channel) => channel.follows(source));
  }

  /** Forgets what it showed, which nobody is to begin with: it begins anew with what it shows next. */
  renew(id: string): void {
    const channel = this.channels.get(id);
    if (channel === undefined) return;
    channel.waiting.end();
    this.channels.set(id, this.begin(id, channel.settings));
  }

  close(id: string): void {
    this.channels.get(id)?.waiting.end();
    this.channels.delete(id);
  }

  /** From now on the channel takes its segments from that source, as soon as it has any. Null: it stands still. */
  show(id: string, source: SourceId | null): void {
    const channel = this.channels.get(id);
    // what comes of the same source is told by the source
    if (channel?.show(source) !== true) return;
    if (source !== null) for (const listener of this.turns) listener(source);
    this.update(channel);
  }

  /** Whoever waits is answered. */
  endWaiting(): void {
    for (const { waiting } of this.channels.values()) waiting.end();
  }

  private begin(id: string, settings: ChannelSettings): LiveChannel {
    return new LiveChannel(id, settings, this.now, () => {
      for (const listener of this.listeners) listener(id);
    });
  }

  private update(channel: LiveChannel): void {
    channel.update(this.sources);
  }
}

import type { ChannelTimeline } from '../../rules/streams/channel.js';

/** Injection token. */
export const RECORDABLE_CHANNELS = Symbol('channels that can be recorded');

/** What recordings need of the channels that run in this process. */
export interface RecordableChannels {
  /** Undefined where the channel does not run here. */
  timeline(channelId: string): ChannelTimeline | undefined;
  /** The parts of a segment or an init segment, by its name in the timeline; for about a minute. */
  media(name: string): readonly Buffer[] | undefined;
}

import { z } from 'zod';
import { ChannelId, RoomId } from './ids.js';

/** A stage's own channel, or the conference's programme, which is handed over from stage to stage. */
export const ChannelKind = z.enum(['stage', 'programme']);
export type ChannelKind = z.infer<typeof ChannelKind>;

/**
 * `off`: there is nothing to watch. `live`: the best source there is (of a stage its primary input). `backup`: a stage's second
 * input has taken over. `slate`: no source is good; a card is shown until one is.
 */
export const ChannelState = z.enum(['off', 'live', 'backup', 'slate']);
export type ChannelState = z.infer<typeof ChannelState>;

/** `public`: anyone may watch. `registered`: who has a ticket, speaks, or is of the staff. */
export const ChannelAccess = z.enum(['public', 'registered']);
export type ChannelAccess = z.infer<typeof ChannelAccess>;

/** What changes of a channel while it runs. */
export const OnAir = z.object({
  state: ChannelState,
  /** Of the programme: the stage's channel that it shows; null where it shows none. Null for a stage. */
  onAirChannelId: ChannelId.nullable(),
});
export type OnAir = z.infer<typeof OnAir>;

/** Something to watch, as everyone knows it. Who may watch it asks `POST …/channels/ID/playback` for its address. */
export const Channel = z.object({
  id: ChannelId,
  kind: ChannelKind,
  /** Of a stage; null for the programme. */
  roomId: RoomId.nullable(),
  ...OnAir.shape,
  /** BCP 47, as promised: the floor's first, then those interpreted into. May be empty. */
  languages: z.array(z.string()),
  access: ChannelAccess,
});
export type Channel = z.infer<typeof Channel>;

/** Addresses to play one channel for one person, all of them below the server's own origin: `/streams/play/…`. */
export const Playback = z.object({
  /** The multivariant playlist, low latency. */
  url: z.string(),
  /** The same without parts and blocking reloads: a few seconds later, and easy on caches. */
  plainUrl: z.string(),
  /** Sound alone, under 60 kbit/s. */
  audioOnlyUrl: z.string(),
  /** Until then they answer. Ask again before, and at once when one of them answers 403. */
  expiresAt: z.iso.datetime(),
});
export type Playback = z.infer<typeof Playback>;

import { z } from 'zod';
import { BoardPoint, BoardPointer, DraftEdit } from './board.js';
import { Revision } from './changes.js';
import { ChannelId, CityId } from './ids.js';
import type { Reply } from './problem.js';
import { ChannelFigures, StreamEvent } from './streams.js';

/** Raised when client and server can no longer talk; the client then asks for a reload. */
export const PROTOCOL_VERSION = 1;

/** Where a signed, short-lived token for the handshake is had (POST /api/socket-token). */
export const SocketToken = z.object({ token: z.string(), expiresAt: z.iso.datetime() });
export type SocketToken = z.infer<typeof SocketToken>;

/** The `auth` of the handshake. A refusal is a connect_error whose `data` is a Problem, with `retryAfter` where waiting helps. */
export const Handshake = z.object({ token: z.string().max(12_000), protocol: z.number().int() });
export type Handshake = z.infer<typeof Handshake>;

/** What a client may ask of the socket: one definition, both ends. Every command is answered in its ack. */
export const commands = {
  /**
   * Follow a conference's agenda from revision `since` on (0: nothing held). Answers what was missed,
   * or `snapshot: true` when that is no longer kept: read the agenda over HTTP, then follow again.
   */
  'agenda:follow': {
    input: z.strictObject({ conference: z.string().max(64), since: z.number().int().min(0), cityId: CityId.nullish() }),
    output: z.union([
      z.object({ revision: z.number().int(), revisions: z.array(Revision) }),
      z.object({ revision: z.number().int(), snapshot: z.literal(true) }),
    ]),
  },
  'agenda:unfollow': { input: z.strictObject({ conference: z.string().max(64) }), output: z.object({}) },
  /**
   * Follow the draft from edit `since` on: that of the board which the client holds. Answers what was missed, or
   * `snapshot: true` when that is no longer kept: read the board over HTTP, then follow again. `you` is this board's
   * own `who` in `board:pointed`.
   */
  'board:follow': {
    input: z.strictObject({ conference: z.string().max(64), since: z.number().int().min(0) }),
    output: z.union([
      z.object({ edit: z.number().int(), edits: z.array(DraftEdit), you: z.string() }),
      z.object({ edit: z.number().int(), snapshot: z.literal(true), you: z.string() }),
    ]),
  },
  'board:unfollow': { input: z.strictObject({ conference: z.string().max(64) }), output: z.object({}) },
  /**
   * Follow the figures and the log of the stages that one looks after, and of the programme where that is all of them, for the control room. Answers
   * the figures that are known; they are told each second. Follow again where there is another stage.
   */
  'streams:follow': { input: z.strictObject({ conference: z.string().max(64) }), output: z.object({ channels: z.array(ChannelFigures) }) },
  'streams:unfollow': { input: z.strictObject({ conference: z.string().max(64) }), output: z.object({}) },
  /**
   * Be counted among those who watch a channel, by the `url` of the playback that one has; again with each new one, for nobody is counted longer
   * than theirs plays. A connection watches one channel: the newest. Answers what is told of it now; null: too few, or not known yet.
   */
  'audience:join': { input: z.strictObject({ address: z.string().max(2_048) }), output: z.object({ channelId: ChannelId, watching: z.number().int().nullable() }) },
  'audience:leave': { input: z.strictObject({ channelId: ChannelId }), output: z.object({}) },
  /** Show the others where one points. Not stored; four a second are enough. Only where one follows the board. */
  'board:point': { input: z.strictObject({ conference: z.string().max(64), ...BoardPoint.shape }), output: z.object({}) },
} as const;

/** What the server sends unasked. */
export const broadcasts = {
  /** Revisions `from + 1` to `to`, in order. A client at R with from <= R < to applies those after R; else see rules/catch-up.ts. */
  'agenda:changed': z.object({ conference: z.string(), from: z.number().int(), to: z.number().int(), revisions: z.array(Revision) }),
  /** Too much changed to be worth sending to everyone: read the agenda over HTTP. */
  'agenda:stale': z.object({ conference: z.string(), revision: z.number().int() }),
  /** The conference was removed. */
  'agenda:gone': z.object({ conference: z.string() }),
  /** Draft edits `from + 1` to `to`, in order, to open boards: see rules/catch-up.ts. */
  'board:edited': z.object({ conference: z.string(), from: z.number().int(), to: z.number().int(), edits: z.array(DraftEdit) }),
  /** What the board shows besides slots of the draft has changed, or too much at once: read it over HTTP. */
  'board:stale': z.object({ conference: z.string() }),
  /** Somebody points on the board. May be lost; where nothing came of them for half a minute, they are gone. */
  'board:pointed': BoardPointer.extend({ conference: z.string() }),
  /** To open control rooms: of one channel or several, as they are now. May be lost; each is told again within seconds. */
  'streams:figures': z.object({ conference: z.string(), channels: z.array(ChannelFigures) }),
  /** To open control rooms: what has just happened to a channel, as it is in the log. */
  'streams:happened': z.object({ conference: z.string(), event: StreamEvent }),
  /** To those who watch a channel: about how many do (docs/decisions/029). Null: too few to be told. */
  'audience:counted': z.object({ channelId: ChannelId, watching: z.number().int().nullable() }),
  /** People following now. A city with fewer than 5 is not listed. */
  'presence:counted': z.object({ conference: z.string(), total: z.number().int(), cities: z.record(z.string(), z.number().int()) }),
  /** To all sockets of one person: GET /api/me/notifications has something new. */
  'notification:added': z.object({}),
  /** Said before the server closes a socket. */
  'connection:closing': z.object({ reason: z.enum(['shutdown', 'too-slow', 'token-expired', 'actor-changed']) }),
} as const;

type Commands = typeof commands;
type Broadcasts = typeof broadcasts;
export type CommandName = keyof Commands;
export type CommandInput<N extends CommandName> = z.infer<Commands[N]['input']>;
export type CommandOutput<N extends CommandName> = z.infer<Commands[N]['output']>;
export type Broadcast<N extends keyof Broadcasts> = z.infer<Broadcasts[N]>;

export type ClientToServerEvents = {
  [N in CommandName]: (input: CommandInput<N>, ack: (reply: Reply<CommandOutput<N>>) => void) => void;
};
export type ServerToClientEvents = { [N in keyof Broadcasts]: (message: Broadcast<N>) => void };

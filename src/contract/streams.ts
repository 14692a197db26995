import { z } from 'zod';
import { Channel, ChannelAccess } from './channel.js';
import { ChannelId, HandOverId, RoomId, StreamInputId, UplinkId } from './ids.js';
import { UplinkKind } from './place.js';
import { CanonicalInstant, InstantText, LanguageTag } from './scalars.js';

/** Which of a stage's two paths. */
export const InputRole = z.enum(['primary', 'backup']);
export type InputRole = z.infer<typeof InputRole>;

/**
 * How an input arrives: `hls` is fetched from another server, `test` is a test picture that is made here while somebody watches, the others are
 * sent to us. `udp` is an MPEG transport stream.
 */
export const InputKind = z.enum(['rtmp', 'srt', 'udp', 'hls', 'test']);
export type InputKind = z.infer<typeof InputKind>;

const Languages = z.array(LanguageTag).max(30).refine((tags) => new Set(tags).size === tags.length, { error: 'Name each language once.' });

/** Of a stage: a picture that stands still is normal here, also while the other path's moves. Of the programme never. */
const Slides = z.boolean();

/** A channel that a conference did not have: for a room that sends, or its one programme. */
export const NewChannel = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('stage'), roomId: RoomId, access: ChannelAccess.default('registered'), languages: Languages.default([]), slides: Slides.default(false) }),
  z.strictObject({ kind: z.literal('programme'), access: ChannelAccess.default('registered'), languages: Languages.default([]) }),
]);
export type NewChannel = z.infer<typeof NewChannel>;

export const ChannelPatch = z.strictObject({ access: ChannelAccess.optional(), languages: Languages.optional(), slides: Slides.optional() });
export type ChannelPatch = z.infer<typeof ChannelPatch>;

/** Milliseconds that SRT may take to ask again for what was lost: four times the way there and back is usual. */
const Latency = z.number().int().min(20).max(8_000);
const MulticastGroup = z.ipv4({ error: 'Give a multicast address, such as 239.1.2.3.' })
  .refine((address) => /^(22[4-9]|23\d)\./.test(address), { error: 'Multicast addresses go from 224.0.0.0 to 239.255.255.255.' });
/** Its host must be allowed (README.md, MERIDIAN_STREAM_HOSTS), and what the name leads to, each time that it is fetched. */
const PlaylistUrl = z.url({ protocol: /^https?$/, error: 'Give the address of a playlist, such as https://origin.example.org/hall/index.m3u8.' }).max(2_000);

const path = { role: InputRole, via: UplinkKind.default('internet'), uplinkId: UplinkId.nullable().default(null) };

export const NewStreamInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rtmp'), ...path }),
  z.strictObject({ kind: z.literal('srt'), ...path, latencyMs: Latency.default(500) }),
  z.strictObject({ kind: z.literal('udp'), ...path, group: MulticastGroup.nullable().default(null) }),
  z.strictObject({ kind: z.literal('hls'), ...path, url: PlaylistUrl }),
  z.strictObject({ kind: z.literal('test'), ...path }),
]);
export type NewStreamInput = z.infer<typeof NewStreamInput>;

/** Of another kind is another input: remove it and make that. Fields of another kind are refused. */
export const StreamInputPatch = z.strictObject({
  via: UplinkKind.optional(), uplinkId: UplinkId.nullable().optional(), latencyMs: Latency.optional(), group: MulticastGroup.nullable().optional(), url: PlaylistUrl.optional(),
});
export type StreamInputPatch = z.infer<typeof StreamInputPatch>;

/** An input of a stage, for the staff. No secret is in it. */
export const StreamInput = z.object({
  id: StreamInputId,
  role: InputRole,
  kind: InputKind,
  via: UplinkKind,
  uplinkId: UplinkId.nullable(),
  /** What the encoder is told: `rtmp://host:1935/live`, `srt://host:10000?mode=caller&…`, `udp://host:10001`; of `hls` the playlist that is fetched; of `test` nothing. */
  address: z.string(),
  /** `srt`, in milliseconds; null otherwise. */
  latencyMs: z.number().int().nullable(),
  /** `udp`: the multicast group it is sent to; null: straight to this server. */
  group: z.string().nullable(),
  /** Since when its stream key or passphrase is in force; null where it has none. */
  secretSince: CanonicalInstant.nullable(),
});
export type StreamInput = z.infer<typeof StreamInput>;

/** Shown once: a stream key is stored as a hash, a passphrase is sealed and never told again. */
export const StreamSecret = z.object({ kind: z.enum(['stream-key', 'passphrase']), value: z.string() });
export type StreamSecret = z.infer<typeof StreamSecret>;
export const StreamInputWithSecret = z.object({ input: StreamInput, secret: StreamSecret.nullable() });
export type StreamInputWithSecret = z.infer<typeof StreamInputWithSecret>;

/** What the director wants of a stage: one of its paths, or the slate, whatever their state; `automatic`: the best there is. */
export const StageChoice = z.enum(['automatic', 'primary', 'backup', 'slate']);
export type StageChoice = z.infer<typeof StageChoice>;

export const ChannelDetails = Channel.extend({ choice: StageChoice, slides: Slides, inputs: z.array(StreamInput) });
export type ChannelDetails = z.infer<typeof ChannelDetails>;
/** The programme first, then the stages by city, venue and room. */
export const Channels = z.object({ items: z.array(ChannelDetails) });
export type Channels = z.infer<typeof Channels>;

export const SwitchStage = z.strictObject({ choice: StageChoice });
export type SwitchStage = z.infer<typeof SwitchStage>;

/** Hands the programme over at once; null: the slate. */
export const HandOverNow = z.strictObject({ to: ChannelId.nullable() });
export type HandOverNow = z.infer<typeof HandOverNow>;

/** The programme goes to a stage at an instant, and stays there until the next hand-over. `to` null: the slate. */
export const HandOver = z.object({ id: HandOverId, at: CanonicalInstant, to: ChannelId.nullable() });
export type HandOver = z.infer<typeof HandOver>;
/** By time. Those that are past are what was on air. */
export const RunOfShow = z.object({ items: z.array(HandOver) });
export type RunOfShow = z.infer<typeof RunOfShow>;
/** Replaces every hand-over that is still to come. */
export const NewRunOfShow = z.strictObject({
  items: z.array(z.strictObject({ at: InstantText, to: ChannelId.nullable() })).max(1_000)
    .refine((items) => new Set(items.map(({ at }) => at)).size === items.length, { error: 'Two hand-overs are at the same instant.' }),
});
export type NewRunOfShow = z.infer<typeof NewRunOfShow>;

// ---- the control room --------------------------------------------------------------------------

/** The life of an input: `degraded` still sends, but late, slow or a frozen picture; `lost` sent and no longer does. */
export const InputState = z.enum(['idle', 'connecting', 'live', 'degraded', 'lost']);
export type InputState = z.infer<typeof InputState>;

/** `must`: people will see or hear too little; `should`: it costs processor time, or quality. `facts`: what is seen, and under `good` what would be. */
export const InputRemark = z.object({
  code: z.enum([
    'no-video', 'no-audio', 'other-video-codec', 'key-frames-too-far-apart', 'bitrate-too-low', 'bitrate-too-high', 'frame-rate-too-low', 'picture-too-small', 'sample-rate-unusual',
    'playlist-host-not-allowed', 'playlist-not-public', 'playlist-no-answer', 'playlist-too-many-redirects', 'playlist-too-large', 'playlist-not-a-playlist', 'playlist-empty',
    'playlist-encrypted', 'playlist-ended', 'playlist-still', 'playlist-other-media',
  ]),
  severity: z.enum(['must', 'should']),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type InputRemark = z.infer<typeof InputRemark>;

/** What the control room sees of an input now. It is told often and kept nowhere. */
export const InputFigures = z.object({
  inputId: StreamInputId,
  state: InputState,
  /** Since when it is in this state. */
  since: CanonicalInstant,
  /** Bits a second over the last seconds; null where nothing comes. */
  bitrate: z.number().int().nullable(),
  /** Seconds since the last segment came; null where none ever did. */
  quietFor: z.number().nullable(),
  /** Of a degraded one: why. */
  fault: z.enum(['stalled', 'frozen', 'slow']).nullable(),
  /** What came when it was last looked at; null: no picture. Bits a second, seconds between key frames at most. */
  video: z.object({ width: z.number(), height: z.number(), frameRate: z.number(), bitrate: z.number(), keyFrameInterval: z.number() }).nullable(),
  /** Hertz; the first is the floor. */
  audio: z.array(z.object({ language: z.string().nullable(), channels: z.number(), sampleRate: z.number() })),
  /** What to change at the venue; none: good as it is. Of nothing that came, nothing is said, but for why a playlist of others cannot be had. */
  remarks: z.array(InputRemark),
  /** Where its newest key frame is, in its smallest picture: an init segment, and media that begin with that frame. Null where nothing comes. */
  still: z.object({ init: z.string(), media: z.string() }).nullable(),
});
export type InputFigures = z.infer<typeof InputFigures>;

export const ChannelFigures = z.object({
  channelId: ChannelId,
  /** What it takes its segments from now. */
  source: z.union([z.object({ kind: z.literal('input'), inputId: StreamInputId }), z.object({ kind: z.literal('slate') }), z.object({ kind: z.literal('none') })]),
  inputs: z.array(InputFigures),
  /** About how many people watch, as everybody may know (docs/decisions/029); null: too few to be told, or not known. */
  viewers: z.number().int().nullable(),
});
export type ChannelFigures = z.infer<typeof ChannelFigures>;

/** Of the channels of a conference that run and that the reader looks after; none where no process runs streams. */
export const ControlRoom = z.object({ channels: z.array(ChannelFigures) });
export type ControlRoom = z.infer<typeof ControlRoom>;

/** Something that happened to a channel or its input, for the log of the control room. */
export const StreamEvent = z.object({
  id: z.string(),
  at: CanonicalInstant,
  channelId: ChannelId,
  inputId: StreamInputId.nullable(),
  what: z.string(),
  /** The handle of who did it, empty once they are erased; null where it happened by itself. */
  by: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type StreamEvent = z.infer<typeof StreamEvent>;
export const StreamEvents = z.object({ items: z.array(StreamEvent) });
export type StreamEvents = z.infer<typeof StreamEvents>;

import type { ChannelState } from '../../contract/channel.js';
import type { ChannelId, ConferenceId, StreamInputId } from '../../contract/ids.js';
import type { InputKind, InputRole, StageChoice } from '../../contract/streams.js';
import type { PlannedHandOver } from '../../rules/streams/on-air.js';

/** An input with what its engine needs; secrets in clear stay in this process. */
export interface SetUpInput {
  id: StreamInputId;
  role: InputRole;
  kind: InputKind;
  /** SHA-256 of the RTMP stream key, hexadecimal. */
  keyHash: string | null;
  /** SRT's. */
  passphrase: string | null;
  port: number | null;
  latencyMs: number | null;
  group: string | null;
  url: string | null;
}

interface SetUpChannel {
  id: ChannelId;
  conferenceId: ConferenceId;
  conference: { title: string; /** `#rrggbb`. */ accent: string | null };
  /** The room's name; of the programme the conference's title. */
  title: string;
  languages: readonly string[];
  /** As it was last published. */
  state: ChannelState;
}

export interface SetUpStage extends SetUpChannel {
  kind: 'stage';
  cityName: string;
  /** IANA. */
  zone: string;
  choice: StageChoice;
  /** A picture that stands still is normal here. */
  slides: boolean;
  inputs: readonly SetUpInput[];
}

export interface SetUpProgramme extends SetUpChannel {
  kind: 'programme';
  onAirChannelId: ChannelId | null;
  runOfShow: readonly PlannedHandOver<ChannelId>[];
}

/** All that is to run, of every conference that has not ended. A value: compared and replaced as a whole. */
export interface StreamSetup {
  stages: ReadonlyMap<ChannelId, SetUpStage>;
  programmes: ReadonlyMap<ChannelId, SetUpProgramme>;
}

import { Module } from '@nestjs/common';
import { ConferencesModule } from '../conferences/conferences.module.js';
import { SEALING, type Sealing } from '../platform/sealing/sealing.js';
import { RealtimeModule } from '../realtime/realtime.module.js';
import { Admission } from './admission/admission.js';
import { IssuePlayback } from './admission/issue-playback.js';
import { PlaybackController } from './admission/playback.controller.js';
import { PlaybackTokens } from './admission/playback-tokens.js';
import { Revocations } from './admission/revocations.js';
import { AUDIENCE_COUNTING, DEFAULT_COUNTING, type AudienceCounting } from './audience/audience-counting.js';
import { Audiences } from './audience/audiences.js';
import { FollowAudience } from './audience/follow-audience.js';
import { LiveChannels } from './channels/live-channels.js';
import { SourceRegistry } from './channels/source-registry.js';
import { ControlRoomController } from './control-room/control-room.controller.js';
import { ControlRooms } from './control-room/control-rooms.js';
import { FollowStreams } from './control-room/follow-streams.js';
import { StreamLog } from './control-room/stream-log.js';
import { StreamEventRelay } from './control-room/stream-event-relay.js';
import { StreamsTold } from './control-room/streams-told.js';
import { AnswerMediaMtx } from './mediamtx/answer-mediamtx.js';
import { MediaMtxController } from './mediamtx/mediamtx.controller.js';
import { RECORDING_CONTROLLERS, RECORDING_PROVIDERS } from './recordings/recording-parts.js';
import { ProgrammeController } from './run-of-show/programme.controller.js';
import { RunOfShow } from './run-of-show/run-of-show.js';
import { BeginStreams, StreamsBegin } from './running/begin-streams.js';
import { RunStreams } from './running/run-streams.js';
import { StreamsHealthController } from './running/streams-health.controller.js';
import { StreamsHouse } from './running/streams-house.js';
import { Channels } from './setup/channels.queries.js';
import { ChannelsController } from './setup/channels.controller.js';
import { EditChannels } from './setup/edit-channels.js';
import { EditInputs } from './setup/edit-inputs.js';
import { InputsByKey } from './setup/inputs-by-key.queries.js';
import { InputsController } from './setup/inputs.controller.js';

/** What venues send, and what the audience watches of it. */
@Module({
  imports: [ConferencesModule, RealtimeModule],
  controllers: [ChannelsController, InputsController, ProgrammeController, PlaybackController, ControlRoomController, MediaMtxController, StreamsHealthController, ...RECORDING_CONTROLLERS],
  providers: [
    Channels, EditChannels, EditInputs, RunOfShow, IssuePlayback, Revocations, Audiences, FollowAudience, ControlRooms, FollowStreams, StreamLog, StreamEventRelay, InputsByKey, AnswerMediaMtx, StreamsHouse, StreamsTold, BeginStreams, StreamsBegin, RunStreams,
    { provide: PlaybackTokens, inject: [SEALING], useFactory: (sealing: Sealing) => new PlaybackTokens(sealing.deriveKey('playback-token')) },
    { provide: Admission, inject: [PlaybackTokens, Revocations], useFactory: (tokens: PlaybackTokens, revocations: Revocations) => new Admission(tokens, revocations) },
    { provide: AUDIENCE_COUNTING, useFactory: (): AudienceCounting => ({ ...DEFAULT_COUNTING }) },
    { provide: SourceRegistry, useFactory: () => new SourceRegistry() },
    { provide: LiveChannels, inject: [SourceRegistry], useFactory: (sources: SourceRegistry) => new LiveChannels(sources) },
    ...RECORDING_PROVIDERS,
  ],
})
export class StreamsModule {}

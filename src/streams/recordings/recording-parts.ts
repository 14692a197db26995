import type { Provider, Type } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { LiveChannels } from '../channels/live-channels.js';
import { SourceRegistry } from '../channels/source-registry.js';
import { EditRecordingRules } from './edit-recording-rules.js';
import { EditRecordings } from './edit-recordings.js';
import { FinishRecording } from './finish-recording.js';
import { IssueReplay } from './issue-replay.js';
import { KeepSegment } from './keep-segment.js';
import { RECORDABLE_CHANNELS, type RecordableChannels } from './recordable-channels.js';
import { RecordedController } from './recorded.controller.js';
import { Recorder } from './recorder.js';
import { RecordingsController } from './recordings.controller.js';
import { Recordings } from './recordings.queries.js';
import { RemoveLeftovers } from './remove-leftovers.js';
import { ReplayController } from './replay.controller.js';
import { ReplayPlaylists } from './replay-playlists.js';
import { DiskStorage } from './storage/disk-storage.js';
import { RECORDING_STORAGE, type RecordingStorage } from './storage/recording-storage.js';
import { S3Storage } from './storage/s3-storage.js';

/** What recordings add to the module of streams, on top of its channels and its admission. */
export const RECORDING_CONTROLLERS: Type[] = [RecordingsController, ReplayController, RecordedController];

export const RECORDING_PROVIDERS: Provider[] = [
  KeepSegment, FinishRecording, Recorder, Recordings, EditRecordings, EditRecordingRules, IssueReplay, ReplayPlaylists, RemoveLeftovers,
  {
    provide: RECORDING_STORAGE,
    inject: [CONFIGURATION],
    useFactory: ({ recordings: { s3, folder } }: Configuration): RecordingStorage => (s3 === undefined ? new DiskStorage(folder) : new S3Storage(s3)),
  },
  {
    provide: RECORDABLE_CHANNELS,
    inject: [LiveChannels, SourceRegistry],
    useFactory: (channels: LiveChannels, sources: SourceRegistry): RecordableChannels => ({
      timeline: (channelId) => channels.get(channelId)?.state,
      media: (name) => sources.find(name)?.media,
    }),
  },
];

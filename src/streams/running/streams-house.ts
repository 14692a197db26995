import { Injectable } from '@nestjs/common';
import { LiveChannels } from '../channels/live-channels.js';
import { SourceRegistry } from '../channels/source-registry.js';

/** The sources and channels of this process: empty where another one runs the streams. */
@Injectable()
export class StreamsHouse {
  constructor(
    readonly sources: SourceRegistry,
    readonly channels: LiveChannels,
  ) {}
}

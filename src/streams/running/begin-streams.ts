import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { LOGGER, type Logger } from '../../platform/logging/logger.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import { Director } from '../channels/director.js';
import { StreamsTold } from '../control-room/streams-told.js';
import { findFfmpeg } from '../engines/ffmpeg/find-ffmpeg.js';
import { TestPictures } from '../test-pictures/test-pictures.js';
import { AllInputs } from './all-inputs.js';
import { figuresOf } from './channel-figures.js';
import { ConferenceSlates } from './conference-slates.js';
import { Latest } from './latest.js';
import { OnAirFacts } from './on-air-facts.js';
import { ReceivedInputs } from './received-inputs.js';
import { RunningStreams } from './running-streams.js';
import type { StreamSetup } from './stream-setup.js';
import { readStreamSetup } from './stream-setup.queries.js';
import { StreamsHouse } from './streams-house.js';

/** Milliseconds between looks at who has sent nothing for long. */
const TIDY = 30_000;

export interface Begun {
  /** Something of the setup has changed. */
  changed: () => void;
  end: () => Promise<void>;
}

/** Runs all streams in this process, from when it becomes the one that does. */
@Injectable()
export class BeginStreams {
  constructor(
    private readonly source: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(SEALING) private readonly sealing: Sealing,
    private readonly house: StreamsHouse,
    private readonly told: StreamsTold,
  ) {}

  async run(): Promise<Begun> {
    const { logger, source } = this;
    const { sources, channels } = this.house;
    const ffmpeg = await findFfmpeg(this.configuration.streams.ffmpeg);
    if (ffmpeg === null) {
      logger.warn('no ffmpeg runs here: streams are neither taken in nor sent. Install one, or name it in MERIDIAN_FFMPEG');
      return { changed: () => undefined, end: () => Promise.resolve() };
    }
    logger.info({ version: ffmpeg.version, from: ffmpeg.from, srt: ffmpeg.srt }, 'streams are made by ffmpeg');
    const facts = new OnAirFacts(source);
    const director = new Director(channels, sources);
    const pictures = new TestPictures({ ffmpeg, sources, channels, logger });
    const inputs = new AllInputs(new ReceivedInputs(ffmpeg, this.configuration.streams, this.configuration.host, sources, logger), pictures);
    const slates = new ConferenceSlates(ffmpeg, sources, channels, logger);
    const running = new RunningStreams({
      channels, director, inputs, slates,
      say: ({ conferenceId, id }, onAir) => facts.say(conferenceId, id, onAir),
      happened: (happening) => void this.told.log.record(happening),
    });
    let setup: StreamSetup = { stages: new Map(), programmes: new Map() };
    const applying = new Latest(async () => {
      setup = await readStreamSetup(source, this.sealing);
      pictures.set(setup);
      await running.apply(setup);
    }, (error) => logger.error({ err: error }, 'what is set up could not be carried to what runs'));
    await applying.run();
    const stopLooking = director.start();
    const tidying = setInterval(() => running.tidy(), TIDY).unref();
    this.told.audiences.drawHere(true);
    this.told.controlRooms.runBy((conferenceId) => {
      pictures.looked(conferenceId);
      return [...setup.programmes.values(), ...setup.stages.values()].filter((one) => one.conferenceId === conferenceId).map((one) => figuresOf(one, { channels, director, sources, inputs, viewersOf: (id) => this.told.audiences.toldOf(id), now: Date.now }));
    });
    return {
      changed: () => void applying.run(),
      end: async () => {
        stopLooking();
        clearInterval(tidying);
        this.told.controlRooms.runBy(null);
        this.told.audiences.drawHere(false);
        await applying.idle();
        await inputs.close();
        slates.close();
        for (const id of [...setup.stages.keys(), ...setup.programmes.keys()]) channels.close(id);
        await facts.stop();
      },
    };
  }
}

/** What begins in the process that runs the streams, and what it fills. */
@Injectable()
export class StreamsBegin {
  constructor(
    readonly house: StreamsHouse,
    readonly beginStreams: BeginStreams,
  ) {}
}

import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { ConferenceId } from '../../contract/ids.js';
import { DatabaseListener } from '../../platform/database/database-listener.js';
import { Broadcaster } from '../../realtime/broadcaster.js';
import { ControlRooms } from './control-rooms.js';
import { roomsThatHear } from './seen-stages.js';
import { readStreamEvent } from './stream-event.queries.js';

/** On which a trigger tells each new entry of the log. */
const ADDED = 'stream_event';
const Added = z.object({ id: z.string(), conference: ConferenceId });

/** Tells open control rooms what is added to the log, whichever process added it. What is missed is read when one follows again. */
@Injectable()
export class StreamEventRelay {
  private readonly logger = new Logger(StreamEventRelay.name);
  /** The last that is being told: they are told in their order. */
  private telling: Promise<void> = Promise.resolve();

  constructor(
    private readonly source: DataSource,
    private readonly broadcaster: Broadcaster,
    private readonly controlRooms: ControlRooms,
    listener: DatabaseListener,
  ) {
    listener.listen(ADDED, (payload) => {
      const added = Added.safeParse(JSON.parse(payload));
      if (!added.success || this.controlRooms.slugOf(added.data.conference) === undefined) return;
      this.telling = this.telling.then(async () => await this.tell(added.data)).catch((error: unknown) => this.logger.warn(`control rooms were not told what happened: ${String(error)}`));
    });
  }

  private async tell({ id, conference }: z.infer<typeof Added>): Promise<void> {
    const slug = this.controlRooms.slugOf(conference);
    const read = slug === undefined ? null : await readStreamEvent(this.source.manager, id);
    if (slug === undefined || read === null) return;
    for (const room of roomsThatHear(conference, read.venueId)) await this.broadcaster.publish(room, 'streams:happened', { conference: slug, event: read.event });
  }
}

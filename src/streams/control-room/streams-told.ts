import { Injectable } from '@nestjs/common';
import { Audiences } from '../audience/audiences.js';
import { ControlRooms } from './control-rooms.js';
import { StreamLog } from './stream-log.js';

/** Who is told what happens to streams. */
@Injectable()
export class StreamsTold {
  constructor(
    readonly log: StreamLog,
    readonly controlRooms: ControlRooms,
    readonly audiences: Audiences,
  ) {}
}

import { Injectable } from '@nestjs/common';
import { DatabaseListener } from '../platform/database/database-listener.js';
import { Broadcaster } from '../realtime/broadcaster.js';
import { personRoom } from '../realtime/rooms.js';
import { NOTIFICATION_CHANNEL } from './notify.js';

/** Tells a person's open pages that there is something new; what it is, they ask for. */
@Injectable()
export class TellBrowsers {
  constructor(listener: DatabaseListener, broadcaster: Broadcaster) {
    listener.listen(NOTIFICATION_CHANNEL, (accountId) => void broadcaster.publish(personRoom(accountId), 'notification:added', {}));
  }
}

import type { ConferenceId } from '../contract/ids.js';
import type { Configuration } from '../platform/configuration.js';
import type { Sealing } from '../platform/sealing/sealing.js';

/** What telling people takes. */
export interface Post {
  sealing: Sealing;
  configuration: Pick<Configuration, 'publicUrl' | 'port'>;
}

/** The conference that is told of. */
export interface ToldConference {
  id: ConferenceId;
  title: string;
  slug: string;
  zone: string;
}

import type { SourceId } from '../../rules/streams/source.js';
import type { SetUpStage } from './stream-setup.js';

type Conference = SetUpStage['conference'];

/** The card that a conference shows where no source is good; in the registry while somebody needs it. */
export interface Slates {
  /** The source that it is, whether it is in the registry or not. */
  idOf(conferenceId: string): SourceId;
  /** It has something to show soon, and until it is released. */
  need(conferenceId: string, conference: Conference): void;
  release(conferenceId: string): void;
  close(): void;
}

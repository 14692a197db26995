import type { InputFigures } from '../../contract/streams.js';
import type { DirectedInput } from '../channels/director.js';
import type { SetUpInput } from './stream-setup.js';

/** What is seen of an input at this moment, besides its health. */
export type InputSight = Pick<InputFigures, 'bitrate' | 'video' | 'audio' | 'remarks'>;

export interface RunningInput {
  directed: DirectedInput;
  sight: () => InputSight;
}

/** What running streams needs of whatever receives: a source in the registry for each input, from when it is set up until it is gone. */
export interface Inputs {
  /** These and no others. Who sends with a key that was changed is cut off. */
  set(inputs: readonly SetUpInput[]): Promise<void>;
  get(id: string): RunningInput | undefined;
  close(): Promise<void>;
}

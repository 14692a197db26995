import type { TestPictures } from '../test-pictures/test-pictures.js';
import type { Inputs, RunningInput } from './inputs.js';
import type { SetUpInput } from './stream-setup.js';

/** What is received from elsewhere together with what is made here. */
export class AllInputs implements Inputs {
  constructor(
    private readonly received: Inputs,
    /** They are told of themselves by whoever reads what is set up: they show what their stage is called. */
    private readonly pictures: Pick<TestPictures, 'get' | 'close'>,
  ) {}

  async set(inputs: readonly SetUpInput[]): Promise<void> {
    await this.received.set(inputs.filter(({ kind }) => kind !== 'test'));
  }

  get(id: string): RunningInput | undefined {
    return this.received.get(id) ?? this.pictures.get(id);
  }

  async close(): Promise<void> {
    await Promise.all([this.received.close(), this.pictures.close()]);
  }
}

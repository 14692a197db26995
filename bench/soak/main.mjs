// A stage for minutes on a machine that is busy: no switch without need, every playlist read by parsers of others, what ffprobe reads, what the encoders cost.
// Argument: minutes (30). Options: --failovers, the primary is killed once a minute; --load=80 per cent of the processors kept busy by burners of its own (0 with --failovers).
import { runInJest } from '../run-in-jest.mjs';

export const run = async ({ failovers, load = failovers === undefined ? '80' : '0' }, [minutes = '30']) =>
  await runInJest('soak', { SOAK_MINUTES: minutes, SOAK_LOAD: load, SOAK_FAILOVERS: failovers === undefined ? '' : '1' });

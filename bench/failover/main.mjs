// What a viewer and two hundred clients notice when a stage's primary input dies and comes back, with real encoders and a real browser.
// Argument: how many times (20). Option: --how=hang, encoders that stop sending without saying so, instead of killed ones.
import { runInJest } from '../run-in-jest.mjs';

export const run = async ({ how = 'kill' }, [times = '20']) => await runInJest('failover', { FAILOVER_TIMES: times, FAILOVER_HOW: how });

// How long it takes from a change's answer until it stands in each view of an open browser.
import { runInJest } from '../run-in-jest.mjs';

export const run = async () => await runInJest('live');

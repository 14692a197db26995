// The programme is handed over through three cities as the run of show says: that a real player goes on, and that order and times are those of the run of show.
import { runInJest } from '../run-in-jest.mjs';

export const run = async () => await runInJest('hand-over');

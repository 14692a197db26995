// How even the board's frames are while one scrolls and drags over the largest conference.
import { runInJest } from '../run-in-jest.mjs';

export const run = async () => await runInJest('board');

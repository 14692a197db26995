// What a viewer meets, with hls.js in a real browser: first frame, delay read from a clock in the picture, stalls, change of language, bytes of sound alone.
import { runInJest } from '../run-in-jest.mjs';

export const run = async () => await runInJest('player');

// How long the rules of placement take: a full check of the largest conference, one moved session, where one fits in the demo.
import { runInJest } from '../run-in-jest.mjs';

export const run = async () => await runInJest('rules');

// What Lighthouse says of the demo's agenda, on its slow phone and its desktop. Fails below 90 for the phone.
import { runInJest } from '../run-in-jest.mjs';

export const run = async () => await runInJest('page');

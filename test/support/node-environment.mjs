import { TestEnvironment } from 'jest-environment-node';

/**
 * A worker that has nothing left to do takes half a second and more to give back the memory of all modules that its specs read, piece by piece, and Jest says
 * after half a second that it "failed to exit gracefully", as if something were left open. Ended by hand it is gone at once. The process that says how the specs
 * went, which runs them itself where there are few, is left alone: its exit code is decided while it ends.
 */
if (process.argv[1]?.includes('jest-worker')) process.once('exit', () => process.exit());

export default TestEnvironment;

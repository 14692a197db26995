import { PACKAGES } from './scripts/bundle-packages.mjs';

const escaped = PACKAGES.map((name) => name.replaceAll('.', '\\.')).join('|');
/** Where the packages were built for specs (scripts/run-jest.mjs). `npx jest` alone reads them as they are, which takes longer. */
const packaged = process.env.MERIDIAN_TEST_PACKAGES === '1' ? { [`^(${escaped})$`]: '<rootDir>/dist/packages/$1.mjs' } : {};

/** Server specs and journeys alike run from TypeScript, against real PostgreSQL (see test/support/global-setup.mjs). */
export default {
  testEnvironment: '<rootDir>/test/support/node-environment.mjs',
  roots: ['<rootDir>/src', '<rootDir>/test', '<rootDir>/client/src', '<rootDir>/bench'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: {
    ...packaged,
    '^@contract/(.*)\\.js$': '<rootDir>/src/contract/$1',
    '^@rules/(.*)\\.js$': '<rootDir>/src/rules/$1',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true, tsx: false },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  // ends what hangs; tells nothing of how quick anything is: another machine may be several times slower
  testTimeout: 300_000,
  maxWorkers: 2,
};

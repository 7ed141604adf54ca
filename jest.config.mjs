const slow = process.env.CONCORDAT_SLOW === '1';

export default {
  testEnvironment: './scripts/jest-environment.mjs',
  runtime: '<rootDir>/scripts/jest-runtime.mjs',
  testMatch: [slow ? '<rootDir>/test/**/*.slow.ts' : '<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {},
  maxWorkers: '100%',
  // What suites leave in their modules adds up: a worker that holds too much begins anew.
  workerIdleMemoryLimit: '1600MB',
  testTimeout: slow ? 600_000 : 60_000,
};

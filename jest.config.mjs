const slow = process.env.CONCORDAT_SLOW === '1';

export default {
  testEnvironment: 'node',
  testMatch: [slow ? '<rootDir>/test/**/*.slow.ts' : '<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  maxWorkers: '100%',
  // Modules of a suite are never let go of in ESM mode: a worker that holds too many spends its time collecting garbage.
  workerIdleMemoryLimit: '1200MB',
  testTimeout: slow ? 600_000 : 60_000,
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          target: 'es2022',
          transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
};

const slow = process.env.CONCORDAT_SLOW === '1';

export default {
  testEnvironment: 'node',
  testMatch: [slow ? '<rootDir>/test/**/*.slow.ts' : '<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  maxWorkers: '100%',
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

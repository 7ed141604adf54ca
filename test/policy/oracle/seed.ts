/**
 * What is generated, the same every time, so that a submission passes or fails by what it changes. To look further:
 * `ORACLE_SEED=$RANDOM npm run test:slow -- test/policy/oracle`; a failure prints the seed that it was found by.
 */
export const SEED = Number(process.env['ORACLE_SEED'] ?? 20090806);

/**
 * What is generated, the same every time, so that a submission passes or fails by what it changes. To look further:
 * `NONINTERFERENCE_SEED=$RANDOM NONINTERFERENCE_CASES=20000 npm run test:slow -- test/non-interference`; a failure
 * prints the seed that it was found by.
 */
export const SEED = process.env['NONINTERFERENCE_SEED'] ?? '20090806';

/** How many cases (an operation, asked in two worlds) a suite asks. @param usual where the environment does not say */
export function casesOf(usual: number): number {
  return Number(process.env['NONINTERFERENCE_CASES'] ?? usual);
}

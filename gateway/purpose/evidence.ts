import { problemOf } from '../../policy/purpose-demands.ts';
import type { Purpose, Purposes } from '../../schema/purposes.ts';
import { GATEWAY_ERRORS, refuse } from '../errors.ts';

const REFUSALS = {
  incomplete: GATEWAY_ERRORS.PURPOSE_INCOMPLETE,
  'too-early': GATEWAY_ERRORS.PURPOSE_STAGE_MISMATCH,
} as const;

/**
 * The stage and the use by what they ask for.
 * @throws DeclaredError PURPOSE_INCOMPLETE, PURPOSE_STAGE_MISMATCH
 */
export function checkEvidence(purpose: Purpose, taxonomy: Purposes): void {
  const problem = problemOf(purpose, taxonomy);
  if (problem) refuse(REFUSALS[problem.is], problem.detail);
}

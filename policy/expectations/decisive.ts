import { evaluate } from '../condition/evaluate.ts';
import type { ClauseId } from '../clause-id.ts';
import type { Claim } from './claim.ts';
import { expectsOpen, rowOf, seeing } from './judge.ts';
import type { TestRulesets } from './rulesets.ts';

/**
 * The clauses that decide what a claim is about: those each of which opens it alone, or those each of which would close
 * it though everything were shared. An unknown label closes too, but then no clause decided.
 * @param candidates sharing and withholding clauses that may have
 */
export function decisive(claim: Claim, candidates: Iterable<ClauseId>, rulesets: TestRulesets): readonly ClauseId[] {
  const decides = expectsOpen(claim) ? opens : closes;
  return [...candidates].filter((clause) => decides(clause, claim, rulesets));
}

function opens(clause: ClauseId, claim: Claim, { sharedOnlyBy }: TestRulesets): boolean {
  const seen = seeing(claim, sharedOnlyBy(clause, claim.scene));
  return seen === claim.expected;
}

function closes(clause: ClauseId, claim: Claim, { withheldOnlyBy }: TestRulesets): boolean {
  if (claim.is !== 'field') return false;
  const { scene, coordinate } = claim;
  const cell = (by: ClauseId | undefined) => withheldOnlyBy(by, scene).cell(scene.originator, coordinate);
  const row = rowOf(claim);
  return evaluate(cell(undefined).rows, row) === true && evaluate(cell(clause).rows, row) === false;
}

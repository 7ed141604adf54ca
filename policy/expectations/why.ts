import { evaluate } from '../condition/evaluate.ts';
import { foundAnyhow, type Cell } from '../cell.ts';
import type { Grant, Reason } from '../grant.ts';
import type { ClauseId } from '../clause-id.ts';
import { blame } from './blame.ts';
import type { Claim } from './claim.ts';
import { decisive } from './decisive.ts';
import { rowOf } from './judge.ts';
import type { TestRulesets } from './rulesets.ts';

const REASONS: Partial<Record<Reason, string>> = {
  NOT_COVERED: 'no clause shares it with this viewer',
  WITHHELD_BY_CLAUSE: 'a clause withholds it',
  NOTICE_AWAITED: 'the clause that shares it waits for a notice of release or consent',
  NOT_IN_FORCE: 'the clause that shares it is not in force',
  PURPOSE_NOT_COVERED: 'a clause shares it, for another purpose',
};

/** Why a claim is not as expected: the clauses that opened or closed it, or the labels that kept them from it. */
export function why(claim: Claim, actual: Claim['expected'], rulesets: TestRulesets): string {
  const { scene } = claim;
  const grant = rulesets.asSigned(scene);
  if (claim.is === 'disclosure') return whyLevel(claim, actual, grant);
  const cell = grant.cell(scene.originator, claim.coordinate);
  const open = actual !== 'closed' && actual !== false;
  return open ? whyOpen(claim, actual, cell, rulesets) : whyClosed(claim, cell, grant, rulesets);
}

function whyOpen(claim: Claim, actual: Claim['expected'], cell: Cell, rulesets: TestRulesets): string {
  if (claim.scene.originator === claim.scene.recipient.agency) return "it is the viewer's own agency's";
  const opened = decisive({ ...claim, expected: actual } as Claim, cell.shares, rulesets);
  return `opened by ${listed(opened.length > 0 ? opened : cell.shares)}`;
}

function whyClosed(claim: Claim, cell: Cell, grant: Grant, rulesets: TestRulesets): string {
  const { scene } = claim;
  if (!scene.purpose) return 'no purpose is stated, in `for`';
  if (claim.is !== 'field') return labelsOf(blame(foundAnyhow(cell), rowOf(claim)), 'nothing lets it be found by that');
  const withheld = decisive({ ...claim, expected: 'closed' }, cell.withholds, rulesets);
  if (withheld.length > 0) return `withheld by ${listed(withheld)}`;
  const told = grant.reason(scene.originator, claim.coordinate);
  if (told && told.reason !== 'ROW_CONDITION') return inWords(told.reason, told.clauses);
  return cell.shares.map((clause) => whyNotBy(clause, claim, rulesets)).join('; ');
}

/** What keeps one clause from opening a field, were it the only one that shares. */
function whyNotBy(clause: ClauseId, claim: Extract<Claim, { is: 'field' }>, { sharedOnlyBy }: TestRulesets): string {
  const { rows } = sharedOnlyBy(clause, claim.scene).cell(claim.scene.originator, claim.coordinate);
  return `${clause}: ${labelsOf(blame(rows, rowOf(claim)), 'not on this object')}`;
}

function whyLevel({ family, scene, ...claim }: Claim, actual: Claim['expected'], grant: Grant): string {
  const telling = grant.tellingClauses(scene.originator, family);
  if (actual !== 'NONE') return telling.length > 0 ? `told by ${listed(telling)}` : "it is the viewer's own agency's";
  const levels = Object.values(grant.levels(scene.originator, family));
  const row = rowOf({ family, scene, ...claim });
  const labels = levels.filter((level) => evaluate(level, row) !== true).flatMap((level) => blame(level, row));
  return labelsOf([...new Set(labels)], 'no clause tells this viewer of it');
}

function inWords(reason: Reason, clauses: readonly ClauseId[]): string {
  const words = REASONS[reason] ?? reason.toLowerCase().replaceAll('_', ' ');
  return clauses.length > 0 ? `${words}: ${listed(clauses)}` : words;
}

function labelsOf(labels: readonly string[], otherwise: string): string {
  return labels.length > 0 ? labels.join(', ') : otherwise;
}

function listed(clauses: readonly ClauseId[]): string {
  return clauses.join(', ');
}

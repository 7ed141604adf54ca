import { STAGES, type Purpose } from '../schema/purposes.ts';
import { clears } from '../schema/viewers.ts';
import type { PurposeScope, ViewerScope } from './agreement.ts';
import type { Recipient } from './recipient.ts';
import type { ClauseId } from './clause-id.ts';
import type { Rule } from './rule.ts';

/** Why a clause between two agencies does not speak for a viewer and a purpose. */
export type Obstacle = 'PURPOSE_NOT_COVERED' | 'VIEWER_NOT_COVERED' | 'STAGE_NOT_REACHED' | 'QUOTA_SPENT';

/** From the obstacle that is overcome most easily to the hardest. */
export const NEAREST_FIRST: readonly Obstacle[] = [
  'QUOTA_SPENT',
  'STAGE_NOT_REACHED',
  'VIEWER_NOT_COVERED',
  'PURPOSE_NOT_COVERED',
];

/** What of a purpose decisions depend on. */
export type GrantPurpose = Pick<Purpose, 'area' | 'use'> &
  Partial<Pick<Purpose, 'search' | 'stage' | 'matches' | 'offence' | 'request'>>;

/** Who asks and what for. */
export interface Question {
  readonly recipient: Recipient;
  readonly purpose: GrantPurpose;
  /** The purpose's area and use, with every wider one. */
  readonly areas: readonly string[];
  readonly uses: readonly string[];
  /** Clauses whose quota is used up. */
  readonly spent: ReadonlySet<ClauseId>;
}

/** Everything that keeps a clause from speaking. None: it speaks. */
export function obstaclesOf(rule: Rule, question: Question): readonly Obstacle[] {
  const obstacles: Obstacle[] = [];
  if (!coversPurpose(rule, question)) obstacles.push('PURPOSE_NOT_COVERED');
  if (!coversViewer(rule.viewer, question.recipient)) obstacles.push('VIEWER_NOT_COVERED');
  if (!reaches(rule.purpose, question.purpose)) obstacles.push('STAGE_NOT_REACHED');
  if (rule.effect === 'share' && question.spent.has(rule.id)) obstacles.push('QUOTA_SPENT');
  return obstacles;
}

function coversPurpose({ purpose: scope, obligations }: Rule, { purpose, areas, uses }: Question): boolean {
  const { search, offence } = purpose;
  if (scope.areas && !areas.some((area) => scope.areas?.includes(area))) return false;
  if (scope.uses && !uses.some((use) => scope.uses?.includes(use))) return false;
  if (scope.searches && !(search !== undefined && scope.searches.includes(search))) return false;
  if (offence && scope.minPenaltyMonths !== undefined && offence.maxPenaltyMonths < scope.minPenaltyMonths)
    return false;
  return !obligations?.quotas || obligations.quotas.some((quota) => !quota.search || quota.search === search);
}

function coversViewer(
  scope: ViewerScope,
  { agency, role, trainings, clearance, contactPoint, sub }: Recipient,
): boolean {
  if (scope.roles && !scope.roles.includes(role)) return false;
  if (scope.trainings && !scope.trainings.every((training) => trainings?.includes(training))) return false;
  if (scope.clearance !== undefined && !clears(clearance, scope.clearance)) return false;
  if (scope.officers && !(sub !== undefined && scope.officers.includes(`${agency}:${sub}`))) return false;
  return !scope.contactPoint || contactPoint === true;
}

/** Whether the purpose states all that the clause waits for; whether it is grave enough is another question. */
function reaches({ stage = 'hit', released, minPenaltyMonths }: PurposeScope, stated: GrantPurpose): boolean {
  if (released && stated.request === undefined) return false;
  if (minPenaltyMonths !== undefined && stated.offence === undefined) return false;
  return STAGES.indexOf(stated.stage ?? 'hit') >= STAGES.indexOf(stage);
}

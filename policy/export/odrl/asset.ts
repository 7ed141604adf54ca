import type { Coordinate } from '../../../schema/contract.ts';
import type { Share, Withhold } from '../../agreement.ts';
import { constraint, logical } from './constraint.ts';
import { HOLDINGS, type Node } from './vocabulary.ts';
import { whereConstraint } from './where.ts';

/** The asset that a rule is about: of what the originator holds, the fields and rows that the clause speaks of. */
export function target(scope: Share | Withhold, fields: readonly Node[] = fieldsNamed(scope)): Node {
  const { records, cases, dataSubjects, where } = scope;
  const containers = [
    ...(records ? [constraint('concordat:record.kind', 'isAnyOf', records)] : []),
    ...(cases ? [constraint('concordat:within', 'eq', 'Case')] : []),
  ];
  const refinement = [
    ...fields,
    ...(containers.length > 0 ? [logical('or', containers)] : []),
    ...(dataSubjects ? [constraint('concordat:dataSubjects', 'isAnyOf', dataSubjects)] : []),
    ...(where ? [whereConstraint(where)] : []),
    ...matched(scope),
  ];
  const collection = { '@type': 'AssetCollection', source: HOLDINGS };
  return refinement.length > 0 ? { ...collection, refinement } : { '@type': 'AssetCollection', uid: HOLDINGS };
}

/** The fields that a clause names. None: the whole object. */
export function fieldsNamed({ categories, coordinates }: Share | Withhold): readonly Node[] {
  const named = [
    ...(categories ? [constraint('concordat:category', 'isAnyOf', categories)] : []),
    ...(coordinates ? [constraint('concordat:coordinate', 'isAnyOf', coordinates)] : []),
  ];
  return named.length > 0 ? [logical('or', named)] : [];
}

/** The fields that a clause names, without some. */
export function fieldsBut(share: Share, without: readonly Coordinate[]): readonly Node[] {
  const but = without.length > 0 ? [constraint('concordat:coordinate', 'isNoneOf', without)] : [];
  return [...fieldsNamed(share), ...but];
}

/** From the stage `match` on, only objects that were matched, or released. */
function matched(scope: Share | Withhold): readonly Node[] {
  const stage = scope.for && 'stage' in scope.for ? scope.for.stage : undefined;
  if (!stage || stage === 'hit') return [];
  return [constraint(stage === 'follow-up' ? 'concordat:released' : 'concordat:matched', 'eq', true)];
}

import type { Coordinate } from '../../../schema/contract.ts';
import type { PurposeScope, Share, Withhold } from '../../agreement.ts';
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
    ...waitedFor(scope),
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

/** Only objects that were matched, released or consented to, where the clause waits for that. */
function waitedFor(scope: Share | Withhold): readonly Node[] {
  const { stage, released }: PurposeScope = scope.for ?? {};
  const needs = [
    ...(stage === 'match' || stage === 'core-data' ? ['matched'] : []),
    ...(stage === 'follow-up' || released ? ['released'] : []),
    ...('consent' in scope && scope.consent ? ['consented'] : []),
  ];
  return needs.map((need) => constraint(`concordat:${need}`, 'eq', true));
}

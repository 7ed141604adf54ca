import type { Share, ViewerScope, Withhold } from '../../agreement.ts';
import { constraint } from './constraint.ts';
import { partyName, type Node } from './vocabulary.ts';

/** Whose data it is. */
export function assigners({ from }: Share | Withhold): readonly Node[] {
  return from.map((code) => ({ '@type': 'Party', uid: partyName(code) }));
}

/** To whom it is disclosed: of each party, the viewers that the clause asks for. */
export function assignees(scope: Share | Withhold): readonly Node[] {
  const refinement = refinements(scope);
  if (refinement.length === 0) return scope.to.map((code) => ({ '@type': 'Party', uid: partyName(code) }));
  return scope.to.map((code) => ({ '@type': 'PartyCollection', source: partyName(code), refinement }));
}

function refinements(scope: Share | Withhold): readonly Node[] {
  const { roles, trainings, clearance, officers, contactPoint }: ViewerScope = scope.viewer ?? {};
  const participants = 'participants' in scope ? scope.participants : undefined;
  return [
    ...(participants ? [constraint('concordat:participation', 'isAnyOf', participants)] : []),
    ...(roles ? [constraint('concordat:role', 'isAnyOf', roles)] : []),
    ...(trainings ? [constraint('concordat:training', 'isAllOf', trainings)] : []),
    ...(clearance ? [constraint('concordat:clearance', 'gteq', clearance)] : []),
    ...(officers ? [constraint('concordat:officer', 'isAnyOf', officers)] : []),
    ...(contactPoint ? [constraint('concordat:contactPoint', 'eq', true)] : []),
  ];
}

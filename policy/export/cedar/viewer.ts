import type { ViewerTerms } from '../../../schema/viewers.ts';
import type { ViewerScope } from '../../agreement.ts';
import { FALSE, all, any, entity, texts, type Expression } from './expression.ts';

/** What a clause asks of the viewer, all of it. */
export function viewerFulfils(scope: ViewerScope | undefined, terms: ViewerTerms): Expression {
  if (!scope) return all([]);
  const { roles, trainings, clearance, officers, contactPoint } = scope;
  return all([
    ...(roles ? [`${texts(roles)}.contains(principal.role)`] : []),
    ...(trainings ? [`principal.trainings.containsAll(${texts(trainings)})`] : []),
    ...(clearance ? [clears(clearance, terms)] : []),
    ...(officers ? [any(officers.map((officer) => `principal == ${entity('Viewer', officer)}`))] : []),
    ...(contactPoint ? ['principal.contactPoint'] : []),
  ]);
}

/** Clearances are ranks from 0, the lowest. */
function clears(code: string, { clearances }: ViewerTerms): Expression {
  const rank = [...clearances.keys()].indexOf(code);
  return rank < 0 ? FALSE : all(['principal has clearance', `principal.clearance >= ${rank}`]);
}

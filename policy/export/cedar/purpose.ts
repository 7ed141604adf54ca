import { STAGES } from '../../../schema/purposes.ts';
import type { PurposeScope, Quota } from '../../agreement.ts';
import { TRUE, all, isIn, texts, type Expression } from './expression.ts';

/** The purposes that a clause is for. An area and a use include those under them. Without a purpose: none. */
export function purposeCovered(scope: PurposeScope | undefined): Expression {
  const { areas, uses, searches, stage, released, minPenaltyMonths } = scope ?? {};
  return all([
    'context has purpose',
    ...(areas ? [isIn('context.purpose.area', 'Area', areas)] : []),
    ...(uses ? [isIn('context.purpose.use', 'Use', uses)] : []),
    ...(searches ? ['context.purpose has search', `${texts(searches)}.contains(context.purpose.search)`] : []),
    stage && stage !== 'hit' ? `context.purpose.stage >= ${STAGES.indexOf(stage)}` : TRUE,
    released ? 'context.purpose has request' : TRUE,
    ...(minPenaltyMonths === undefined
      ? []
      : ['context.purpose has offence', `context.purpose.offence.maxPenaltyMonths >= ${minPenaltyMonths}`]),
  ]);
}

/** Where quotas speak of kinds of search, the clause is for searches of those kinds. */
export function searchCounted(quotas: readonly Quota[] | undefined): Expression {
  const kinds = (quotas ?? []).flatMap(({ search }) => search ?? []);
  if (!quotas || kinds.length < quotas.length) return TRUE;
  return all(['context has purpose', 'context.purpose has search', `${texts(kinds)}.contains(context.purpose.search)`]);
}

/** The purpose is, or lies under, a use. */
export function usedFor(use: string): Expression {
  return all(['context has purpose', isIn('context.purpose.use', 'Use', [use])]);
}

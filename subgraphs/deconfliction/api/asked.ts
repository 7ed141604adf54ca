import { purposes, selfAndWider } from '../../../schema/purposes.ts';
import type { Reading } from '../conflicts/list.ts';
import { DECONFLICTION_ERRORS, refuse } from '../errors.ts';
import type { DeconflictionContext, DeconflictionRequest } from '../request.ts';

const USE = 'deconfliction';

/**
 * The request of a viewer who asks for de-confliction.
 * @throws DeclaredError `NOT_FOR_DECONFLICTION`
 */
export function askedFor({ deconfliction }: DeconflictionContext): DeconflictionRequest {
  const use = deconfliction.caller.purpose?.use;
  if (use !== undefined && selfAndWider(purposes.uses, use).includes(USE)) return deconfliction;
  return refuse(DECONFLICTION_ERRORS.NOT_FOR_DECONFLICTION, `the purpose does not say \`use=${USE}\``);
}

/** What the viewer's agency reads, and under which agreements. */
export function readingOf({ database, caller, inForce, now }: DeconflictionRequest): Reading {
  return { database, agency: caller.viewer.agency, inForce, now };
}

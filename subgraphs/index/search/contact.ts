import { evaluate } from '../../../policy/condition/evaluate.ts';
import type { Grant } from '../../../policy/grant.ts';
import type { IndexRequest } from '../request.ts';
import type { Hit } from './hit.ts';

/**
 * Whom to call about a hit: the contact that it names, where the viewer may know that it names one, else the
 * originator's contact on call. Nobody for what is only said to exist.
 */
export async function contactOf(hit: Hit, { grant, disclosed, onCall }: IndexRequest): Promise<Hit | null> {
  if (hit.disclosure === 'EXISTS') return null;
  const named = hit.contactId && mayBeNamed(hit, grant) ? await disclosed.LiaisonContact.load(hit.contactId) : null;
  return named?.originator === hit.originator ? named : onCall.load(hit.originator);
}

/** By a CONTACT clause, where it was found by one, or because the field that names it is shown. */
function mayBeNamed({ originator, family, labels, disclosure }: Hit, grant: Grant): boolean {
  const { rows } = grant.cell(originator, `${family}.contact`);
  return disclosure === 'CONTACT' || evaluate(rows, { type: family, labels }) === true;
}

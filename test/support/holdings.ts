import { randomUUID } from 'node:crypto';
import type { Stored, StoredOf } from '../../subgraphs/agency/rows/stored.ts';
import { aCase, aContact, aPerson, aRecord } from '../agency/samples.ts';

/** What one agency holds of one matter: a record of a kind, its case, its subject, and whom to call. */
export interface Holding {
  readonly record: StoredOf<'Record'>;
  readonly case: StoredOf<'Case'>;
  readonly person: StoredOf<'Person'>;
  readonly contact: StoredOf<'LiaisonContact'>;
  /** In an order in which links point backwards. */
  readonly all: readonly Stored[];
}

/** A holding of an agency, in which a test gives what it speaks of. */
export function aHolding(
  originator: string,
  values: {
    readonly record?: Partial<StoredOf<'Record'>>;
    readonly person?: Partial<StoredOf<'Person'>>;
    readonly case?: Partial<StoredOf<'Case'>>;
  } = {},
): Holding {
  const contact = aContact({ originator, id: randomUUID() });
  const person = aPerson({ originator, ...values.person });
  const theCase = aCase({ originator, contactId: contact.id, subjectIds: [person.id], ...values.case });
  const links = { caseId: theCase.id, contactId: contact.id, subjectIds: [person.id] };
  const record = aRecord({ originator, ...links, ...values.record });
  return { record, case: theCase, person, contact, all: [contact, person, theCase, record] };
}

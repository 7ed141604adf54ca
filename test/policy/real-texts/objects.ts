import type { EntityType } from '../../../schema/contract.ts';
import type { Labels, Row } from '../../../policy/condition/evaluate.ts';

/** An object of the contract as conditions read it, under the name by which a table speaks of it. */
export type Objects = Readonly<Record<string, Row & { readonly type: EntityType }>>;

const UNMARKED: Labels = {
  releasableTo: [],
  notReleasableTo: [],
  originatorConsent: false,
  notAsEvidence: false,
  handlingCodes: [],
  obtainedFrom: null,
};

/** A report of investigation with nothing that is wrong, unless its labels say so. */
export function report(reference: string, labels: Labels = {}): Row & { readonly type: 'Record' } {
  const plain = { kind: 'REPORT_OF_INVESTIGATION', crimeAreas: ['drug-trafficking'], recordedOn: '2025-05-05' };
  return { type: 'Record', labels: { ...plain, ...UNMARKED, reference, ...labels } };
}

/** A case that is open. */
export function openCase(reference: string): Row & { readonly type: 'Case' } {
  const labels = { status: 'OPEN', crimeAreas: ['drug-trafficking'], openedOn: '2025-05-05', reference };
  return { type: 'Case', labels };
}

/** A person in a record or a case; a role of `null` is that of nobody known yet. */
export function person(role: string | null, enclosing: Row): Row & { readonly type: 'Person' } {
  const reference = `${String(enclosing.labels['reference'])}/${role ?? 'TRACE'}`;
  const labels = { dataSubjectCategory: role, minor: false, nationalities: ['CO'], reference };
  return { type: 'Person', labels, enclosing };
}

/** Something else in a record. */
export function within<T extends EntityType>(type: T, enclosing: Row): Row & { readonly type: T } {
  return { type, labels: { reference: `${String(enclosing.labels['reference'])}/${type}` }, enclosing };
}

import type { EntityType } from '../../schema/contract.ts';
import { enclosingOf, type Labels, type Row } from '../condition/evaluate.ts';
import type { GivenObject } from './expectations.ts';

/** What objects of a type can be in. A record and a case stand for themselves, by whatever path one came to them. */
export const NESTS: Readonly<Record<EntityType, readonly EntityType[]>> = {
  Record: [],
  Case: [],
  Person: ['Record', 'Case', 'Group', 'Organization'],
  Group: ['Record', 'Case'],
  Organization: ['Record', 'Case'],
  LiaisonContact: ['Record', 'Case'],
};

/** Marks that nobody set. */
const UNMARKED: Labels = {
  releasableTo: [],
  notReleasableTo: [],
  originatorConsent: false,
  notAsEvidence: false,
  handlingCodes: [],
  obtainedFrom: null,
};

/** The rows that conditions are put to, by the objects' names. What is in what is checked before: nothing is in itself. */
export function rowsOf(given: Readonly<Record<string, GivenObject>>): ReadonlyMap<string, Row> {
  return new Map(Object.keys(given).map((name) => [name, rowOf(name, given)]));
}

/** The id by which an object is matched, released or consented to. */
export function referenceOf(name: string, given: Readonly<Record<string, GivenObject>>): string {
  const reference = given[name]?.['reference'];
  return typeof reference === 'string' ? reference : name;
}

function rowOf(name: string, given: Readonly<Record<string, GivenObject>>): Row {
  const { type = '', within, ...labels } = given[name] ?? {};
  const around = within === undefined ? undefined : rowOf(within, given);
  return {
    type,
    labels: { ...(type === 'Record' ? UNMARKED : {}), ...labels, reference: referenceOf(name, given) },
    enclosing: enclosingOf(type, around),
  };
}

import type { SelectorKind } from '../../../../../schema/selectors.ts';
import type { Edge, Member, Node, SubjectKind } from './profile.ts';

/** What a selector is called, as two have it in common. */
const SELECTORS: Readonly<Record<SelectorKind, string>> = {
  PHONE: 'telephone number',
  EMAIL: 'e-mail address',
  IP_ADDRESS: 'IP address',
  ACCOUNT: 'account',
  IBAN: 'account (IBAN)',
  PLATE: 'registration plate',
  VIN: 'vehicle',
  PASSPORT: 'passport',
  IDENTITY_DOCUMENT: 'identity document',
  ORGANIZATION_REGISTRATION: 'registration of an organization',
  IMEI: 'device',
  CRYPTO_ADDRESS: 'crypto-currency address',
  NAME_AND_BIRTH: 'name, or name and date of birth',
  GROUP_NAME: 'name of a group',
  ORGANIZATION_NAME: 'name of an organization',
};

const SUBJECTS: Readonly<Record<SubjectKind, string>> = {
  PERSON: 'person',
  GROUP: 'group',
  ORGANIZATION: 'organization',
};

/** What joins two nodes, in few words. */
export const EDGES: Readonly<Record<Edge['why'], string>> = {
  SAME: 'the same',
  POSSIBLY_THE_SAME: 'possibly the same',
  APPEARS_WITH: 'appears with',
  HAS: 'has',
};

/** What a kind of selectors is called; a kind that this page does not know, by its own name. */
export function selectorName(kind: string): string {
  return Object.hasOwn(SELECTORS, kind) ? SELECTORS[kind as SelectorKind] : kind;
}

interface Of<Value> {
  readonly records: Value;
  readonly cases: Value;
}

/** In what a member appears: `2 records and 1 case`. */
export function hitsOf({ records, cases }: Of<readonly unknown[]>): string {
  const counted = [counts(records.length, 'record'), counts(cases.length, 'case')];
  return counted.filter((text) => text !== '').join(' and ');
}

/** What a member is, as far as that is shown; otherwise in what it appears. */
export function memberKind({ kind, records, cases }: Member): string {
  if (kind) return SUBJECTS[kind];
  if (records.length + cases.length > 1) return hitsOf({ records, cases });
  return records.length === 1 ? 'record' : 'case';
}

/** What a node is, without whose it is. */
export function nodeKind({ kind, subjectKind, selector }: Node): string {
  if (kind === 'SELECTOR') return selectorName(selector ?? 'selector');
  return subjectKind ? SUBJECTS[subjectKind] : 'not shown';
}

/** A field as people read it: `dateOfBirth` is Date of birth. */
export function fieldName(field: string): string {
  const words = field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).trim();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** The field of a coordinate, as people read it. */
export function coordinateName(coordinate: string): string {
  return fieldName(coordinate.slice(coordinate.indexOf('.') + 1));
}

/** `1 record`, `2 records`; none is nothing. */
export function counts(count: number, one: string): string {
  if (count === 0) return '';
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

import type { Coordinate } from './contract.ts';
import type { TextFamily } from './text-search.ts';

/** Kinds of selectors, by which targets are matched: what tells one person, thing or account from every other. */
export const SELECTOR_KINDS = [
  'PHONE',
  'EMAIL',
  'IP_ADDRESS',
  'ACCOUNT',
  'IBAN',
  'PLATE',
  'VIN',
  'PASSPORT',
  'IDENTITY_DOCUMENT',
  'ORGANIZATION_REGISTRATION',
  'IMEI',
  'CRYPTO_ADDRESS',
  'NAME_AND_BIRTH',
  'GROUP_NAME',
  'ORGANIZATION_NAME',
] as const;

/** A kind of selectors. */
export type SelectorKind = (typeof SELECTOR_KINDS)[number];

/** Texts that are searched for, each with what it is looked for in. */
export const TEXT_KINDS = { RECORD_TEXT: 'Record', CASE_TEXT: 'Case' } as const satisfies Readonly<
  Record<string, TextFamily>
>;

/** A text that is searched for. */
export type TextKind = keyof typeof TEXT_KINDS;

/** What viewers search by that never goes to a hub as it is: selectors go blinded, and texts as what they lead to. */
export type BlindedKind = SelectorKind | TextKind;

/** Whether it is a text that agencies look for, and no selector. */
export function isTextKind(kind: string): kind is TextKind {
  return Object.hasOwn(TEXT_KINDS, kind);
}

/** Where in the contract a selector stands. A row is found by one where all these coordinates may be searched by. */
export interface SelectorSource {
  /** Its number in the index. INVARIANT: never given to another source. */
  readonly number: number;
  /** The coordinate that holds it. */
  readonly coordinate: Coordinate;
  /** What else is read of the same object to make it. */
  readonly beside: readonly Coordinate[];
  readonly kinds: readonly SelectorKind[];
}

/** Every place in the contract where selectors stand. */
export const SELECTOR_SOURCES: readonly SelectorSource[] = [
  source(1, 'Person.phones', ['PHONE']),
  source(2, 'Person.emails', ['EMAIL']),
  source(3, 'Person.passports', ['PASSPORT']),
  source(4, 'Person.otherIdentityDocuments', ['IDENTITY_DOCUMENT']),
  source(5, 'Person.surname', ['NAME_AND_BIRTH'], ['Person.firstNames', 'Person.dateOfBirth']),
  source(6, 'Person.aliases', ['NAME_AND_BIRTH'], ['Person.dateOfBirth']),
  source(7, 'Person.formerNames', ['NAME_AND_BIRTH'], ['Person.firstNames', 'Person.dateOfBirth']),
  source(8, 'Person.otherNames', ['NAME_AND_BIRTH'], ['Person.dateOfBirth']),
  source(9, 'Person.alternativeSpellings', ['NAME_AND_BIRTH'], ['Person.dateOfBirth']),
  source(10, 'Group.names', ['GROUP_NAME']),
  source(11, 'Group.accounts', ['IBAN', 'ACCOUNT']),
  source(12, 'Organization.names', ['ORGANIZATION_NAME']),
  source(13, 'Organization.registrations', ['ORGANIZATION_REGISTRATION']),
  source(14, 'Organization.accounts', ['IBAN', 'ACCOUNT']),
  source(15, 'WiretapIntercept.line', ['PHONE']),
  source(16, 'FinancialMaterial.accounts', ['IBAN', 'ACCOUNT']),
  source(17, 'FinancialMaterial.transactions', ['IBAN', 'ACCOUNT']),
  source(18, 'Record.identifiers', ['IP_ADDRESS', 'PLATE', 'VIN', 'IMEI', 'CRYPTO_ADDRESS', 'PHONE', 'EMAIL']),
];

/** The coordinates that hold selectors of a kind. */
export function sourcesOf(kind: SelectorKind): readonly SelectorSource[] {
  return SELECTOR_SOURCES.filter(({ kinds }) => kinds.includes(kind));
}

function source(
  number: number,
  coordinate: Coordinate,
  kinds: readonly SelectorKind[],
  beside: readonly Coordinate[] = [],
): SelectorSource {
  return { number, coordinate, kinds, beside };
}

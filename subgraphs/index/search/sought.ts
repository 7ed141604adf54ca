import { unseal, type SealedToken } from '../../../matching/sealed.ts';
import type { Coordinate } from '../../../schema/contract.ts';
import { sourcesOf, type SelectorKind, type SelectorSource } from '../../../schema/selectors.ts';
import type { Family } from '../columns.ts';
import { INDEX_ERRORS, refuse } from '../errors.ts';
import { isSubjectType } from '../subjects.ts';

/** A selector that is looked for, as whoever asks has blinded it. */
export interface Sought {
  readonly kind: SelectorKind;
  /** What it may be kept under: for every epoch of the key, and of a name for each of its features. */
  readonly tokens: readonly SealedToken[];
  /** Of a name: what must agree of it, in bits; absent: what is enough to be found by searching. */
  readonly least?: number;
}

/** The values of a filter by the names of its fields. */
export type FilterValues = Readonly<Record<string, unknown>>;

/** The fields of filters that hold a selector, each with its kind. */
export const SELECTOR_FIELDS = {
  phone: 'PHONE',
  email: 'EMAIL',
  ipAddress: 'IP_ADDRESS',
  iban: 'IBAN',
  account: 'ACCOUNT',
  plate: 'PLATE',
  vin: 'VIN',
  passport: 'PASSPORT',
  identityDocument: 'IDENTITY_DOCUMENT',
  organizationRegistration: 'ORGANIZATION_REGISTRATION',
  imei: 'IMEI',
  cryptoAddress: 'CRYPTO_ADDRESS',
  person: 'NAME_AND_BIRTH',
  group: 'GROUP_NAME',
  organization: 'ORGANIZATION_NAME',
} as const satisfies Readonly<Record<string, SelectorKind>>;

/** Kinds that are found by what is like them; hits differ in how well they agree. */
const BY_NAME: ReadonlySet<SelectorKind> = new Set(['NAME_AND_BIRTH', 'GROUP_NAME', 'ORGANIZATION_NAME']);

/** Whether a selector is found by what is like it. */
export function isByName({ kind }: Sought): boolean {
  return BY_NAME.has(kind);
}

/**
 * The selectors that given fields hold, in one order.
 * INVARIANT: the index has no key, and looks for nothing that is not sealed: what is given in clear is refused.
 * @throws DeclaredError `BAD_FILTER`, which never repeats the value
 */
export function soughtIn(values: FilterValues): readonly Sought[] {
  return Object.entries(SELECTOR_FIELDS).flatMap(([name, kind]) => {
    const value = values[name];
    return value === null || value === undefined ? [] : [{ kind, tokens: tokensIn(name, value) }];
  });
}

/** The sources that may lead from a selector of any of these kinds to pointers of a family. */
export function sourcesSought(sought: readonly Sought[], family: Family): readonly SelectorSource[] {
  const sources = sought.flatMap(({ kind }) => sourcesOf(kind));
  return [...new Set(sources)].filter(({ coordinate }) => family === 'Record' || isSubjectType(typeOf(coordinate)));
}

/** What must be open for a row to be found by a source. */
export function coordinatesBehind({ coordinate, beside }: SelectorSource): readonly Coordinate[] {
  return [coordinate, ...beside];
}

/** The contract type that a coordinate is a field of. */
export function typeOf(coordinate: Coordinate): string {
  return coordinate.slice(0, coordinate.indexOf('.'));
}

function tokensIn(name: string, value: unknown): readonly SealedToken[] {
  const text = typeof value === 'object' ? (value as { readonly sealed?: unknown }).sealed : value;
  const tokens = typeof text === 'string' ? unseal(text) : undefined;
  return tokens ?? refuse(INDEX_ERRORS.BAD_FILTER, `\`${name}\` is not a sealed selector`);
}

import { normalise } from '../../matching/normalise/normalise.ts';
import { isOneName } from '../../matching/person/same-name.ts';
import type { SelectorKind } from '../../schema/selectors.ts';

/** Texts and numbers that are one in their normal form. */
const SELECTORS: Readonly<Record<string, SelectorKind>> = {
  'Person.phones': 'PHONE',
  'Person.emails': 'EMAIL',
  'Person.passports': 'PASSPORT',
  'Person.otherIdentityDocuments': 'IDENTITY_DOCUMENT',
  'Organization.registrations': 'ORGANIZATION_REGISTRATION',
};

/** What of a value is masked begins so. */
const MASK = '••••';

/** A text that is the same for values that mean the same. */
export function normalForm(coordinate: string, value: unknown): string {
  const kind = SELECTORS[coordinate];
  if (kind === undefined || isMasked(value)) return JSON.stringify(value);
  const { text, country } = numberIn(value);
  const read = text === undefined ? undefined : normalise(kind, text, country === undefined ? {} : { country });
  return read?.is === 'normal' ? `${kind} ${read.forms[0]}` : JSON.stringify(value);
}

/** Whether others have the same name in another spelling or script. */
export function isLikeAnother(coordinate: string, value: unknown, others: readonly unknown[]): boolean {
  if (!NAMES.has(coordinate) || isMasked(value)) return false;
  return others.some((other) => !isMasked(other) && areOneName(value, other));
}

/**
 * Whether not all can be true of one. Only of what cannot change, or seldom does, is that said; what is shown in part, or
 * known in part, contradicts nothing that it may be part of.
 * @param byMember what each states
 */
export function contradicts(coordinate: string, byMember: readonly (readonly unknown[])[]): boolean {
  const differ = CONTRADICTIONS[coordinate];
  if (!differ) return false;
  const open = byMember
    .map((values) => values.filter((value) => !isMasked(value)))
    .filter((values) => values.length > 0);
  return open.some((one, at) => open.slice(at + 1).some((other) => differ(one, other)));
}

type Differ = (one: readonly unknown[], other: readonly unknown[]) => boolean;

const CONTRADICTIONS: Readonly<Record<string, Differ>> = {
  'Person.surname': everyPair((a, b) => !areOneName(a, b)),
  'Person.firstNames': everyPair((a, b) => !areOneName(a, b)),
  'Person.dateOfBirth': everyPair((a, b) => !isPartOf(a, b) && !isPartOf(b, a)),
  'Person.sex': everyPair((a, b) => a !== b && a !== UNSPECIFIED && b !== UNSPECIFIED),
  'Person.placeOfBirth': everyPair(differInAPart),
  'Person.minor': everyPair((a, b) => a !== b),
  'Person.currentNationalities': (one, other) => !isWithin(one, other) && !isWithin(other, one),
  'Group.kind': everyPair((a, b) => a !== b),
  'Organization.kind': everyPair((a, b) => a !== b),
};

const NAMES: ReadonlySet<string> = new Set([
  'Person.surname',
  'Person.firstNames',
  'Person.formerNames',
  'Person.otherNames',
  'Person.aliases',
  'Person.alternativeSpellings',
  'Group.names',
  'Organization.names',
]);

/** ICAO 9303: it is not said. */
const UNSPECIFIED = 'X';

function everyPair(differ: (a: unknown, b: unknown) => boolean): Differ {
  return (one, other) => one.some((a) => other.some((b) => differ(a, b)));
}

function areOneName(a: unknown, b: unknown): boolean {
  return textsIn(a).some((one) => textsIn(b).some((other) => isOneName(one, other)));
}

/** A name as it is written, and romanised. */
function textsIn(name: unknown): readonly string[] {
  if (typeof name === 'string') return [name];
  const { original, romanized } = partsOf(name);
  return [original, romanized].filter((text): text is string => typeof text === 'string');
}

function isPartOf(part: unknown, whole: unknown): boolean {
  return typeof part === 'string' && typeof whole === 'string' && `${whole}-`.startsWith(`${part}-`);
}

function differInAPart(a: unknown, b: unknown): boolean {
  const [one, other] = [partsOf(a), partsOf(b)];
  return Object.keys(one).some((part) => {
    const [mine, theirs] = [one[part], other[part]];
    return typeof mine === 'string' && typeof theirs === 'string' && mine !== theirs && !isOneName(mine, theirs);
  });
}

function isWithin(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.every((value) => other.includes(value));
}

function numberIn(value: unknown): { readonly text: string | undefined; readonly country: string | undefined } {
  if (typeof value === 'string') return { text: value, country: undefined };
  const { number, country } = partsOf(value);
  return {
    text: typeof number === 'string' ? number : undefined,
    country: typeof country === 'string' ? country : undefined,
  };
}

/** Whether (part of) a value is masked. */
export function isMasked(value: unknown): boolean {
  if (typeof value === 'string') return value.startsWith(MASK);
  return Object.values(partsOf(value)).some((part) => typeof part === 'string' && part.startsWith(MASK));
}

function partsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

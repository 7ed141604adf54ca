import { SELECTOR_SOURCES, type SelectorKind, type SelectorSource } from '../schema/selectors.ts';
import { ENOUGH_BITS, bitsOf } from './names-in-common.ts';

/** From this score on, two are taken for one and the same person, group or organization. */
export const ONE_AND_THE_SAME = 0.999;

/** From this score on, two may be one and the same: worth a look. */
export const POSSIBLY_THE_SAME = 0.5;

/** What must be told before two are as likely the same as not, in bits, as for names and dates of birth. */
const PRIOR = 12;

/** What is issued to one alone, in bits. It can be borrowed, and a number can be mistyped into another's. */
const ISSUED: Partial<Readonly<Record<SelectorKind, number>>> = {
  PASSPORT: 30,
  ORGANIZATION_REGISTRATION: 30,
  IDENTITY_DOCUMENT: 28,
};

/** What households, partners and companies share, in bits. */
const SHAREABLE: Partial<Readonly<Record<SelectorKind, number>>> = {
  EMAIL: 16,
  PHONE: 15,
  IBAN: 14,
  ACCOUNT: 14,
  CRYPTO_ADDRESS: 14,
  IMEI: 14,
  VIN: 13,
  PLATE: 13,
  IP_ADDRESS: 6,
};

/** INVARIANT: less than `ONE_AND_THE_SAME` stands for: however much two share of it, they may be two who live together. */
const SHAREABLE_AT_MOST = 20;

/** INVARIANT: likewise. Which names two have is not known where selectors are blinded, so that they are never compared. */
const NAMES_AT_MOST = 20;

/** What each bit of features beyond that tells: they share parts. */
const BEYOND = 0.4;

/** What two have in common of one kind. */
export interface InCommon {
  readonly kind: SelectorKind;
  /** Of a name: the features in which they agree. */
  readonly features: readonly number[];
}

/** How likely two are the same, and what each kind tells by itself. */
export interface Evidence {
  readonly score: number;
  /** In the order in which they were given. */
  readonly scores: readonly number[];
}

/** What is told by what two have in common: the bits of each kind together (Fellegi and Sunter, 1969), against the prior. */
export function evidenceOf(inCommon: readonly InCommon[]): Evidence {
  const issued = inCommon.map(({ kind }) => ISSUED[kind] ?? 0);
  const shareable = inCommon.map(({ kind }) => SHAREABLE[kind] ?? 0);
  const names = inCommon.map(nameBits);
  const bits = Math.max(0, ...issued) + capped(shareable, SHAREABLE_AT_MOST) + capped(names, NAMES_AT_MOST);
  return { score: scoreOf(bits), scores: inCommon.map((_, at) => scoreOf(issued[at]! + shareable[at]! + names[at]!)) };
}

/** The kind of what stands in a source, so far as a blinded selector tells: an IBAN is an account. */
export function kindIn({ kinds }: SelectorSource): SelectorKind {
  return kinds.includes('ACCOUNT') ? 'ACCOUNT' : kinds[0]!;
}

/** Whether what stands in a source tells by itself what it is of, so that one can go on from it. */
export function leadsOn({ coordinate, kinds }: SelectorSource): boolean {
  return OF_SUBJECTS.has(coordinate.slice(0, coordinate.indexOf('.'))) && kinds.length > 0;
}

/** Whether what is of a kind is issued to one alone: a passport, a registration. */
export function isIssued(kind: SelectorKind): boolean {
  return ISSUED[kind] !== undefined;
}

/** Whether selectors of a kind are keys of a name. */
export function isNameKind(kind: SelectorKind): boolean {
  return ENOUGH_BITS.has(kind);
}

/** The less, the more it tells: for whoever can follow only some. */
export function rankOf(kind: SelectorKind): number {
  return -(ISSUED[kind] ?? SHAREABLE[kind] ?? 0);
}

const OF_SUBJECTS: ReadonlySet<string> = new Set(['Person', 'Group', 'Organization']);

/** Sources by their numbers. */
export const SOURCES: ReadonlyMap<number, SelectorSource> = new Map(
  SELECTOR_SOURCES.map((source) => [source.number, source]),
);

function nameBits({ kind, features }: InCommon): number {
  const worth = ENOUGH_BITS.get(kind);
  if (worth === undefined || features.length === 0) return 0;
  return Math.min(NAMES_AT_MOST, Math.max(0, PRIOR + (bitsOf(features) - worth) * BEYOND));
}

function capped(bits: readonly number[], most: number): number {
  return Math.min(most, sum(bits));
}

function sum(bits: readonly number[]): number {
  return bits.reduce((all, one) => all + one, 0);
}

/** To four digits, and never 1: nothing is certain. */
function scoreOf(bits: number): number {
  return Math.floor(Math.min(9_999, 10_000 / (1 + 2 ** (PRIOR - bits)))) / 10_000;
}

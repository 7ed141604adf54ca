import type { Agreement } from './agreement.ts';
import type { Notice, SignedNotice } from './notice.ts';
import { effectOf, endOfEffect, standingNotices } from './notice-effect.ts';

const DAY_MILLISECONDS = 86_400_000;

/** An agreement that is valid and signed by every party, and the digest that they signed. */
export interface SignedAgreement {
  readonly agreement: Agreement;
  readonly digest: string;
  /** Another signed document has its id, or founds a group of its code. Absent: none does. */
  readonly disputed?: true;
  /** It was seen once, and is not, or not completely signed, in what arrived last. Absent: it is. */
  readonly absent?: true;
  /** It arrived again after its parties had signed a newer text of its id. Absent: there is none. */
  readonly outdated?: true;
}

/** Where an agreement stands. Only what is in force shares; what it withholds outlives all but a replacement. */
export type AgreementStatus =
  'in-force' | 'not-yet' | 'expired' | 'base-not-in-force' | 'superseded' | 'disputed' | 'absent' | 'outdated';

/** An agreement at an instant. */
export interface AgreementAt extends SignedAgreement {
  readonly status: AgreementStatus;
  /** Parties from and with which it shares nothing: by their own notice, or because a base is not in force for them. */
  readonly out: ReadonlySet<string>;
  /** The same of single clauses. */
  readonly outOfClause: ReadonlyMap<string, ReadonlySet<string>>;
  /** Clauses in whose place another agreement has put its own. */
  readonly replaced: ReadonlySet<string>;
}

/** Whether parties have suspended or left an agreement, and no two are left to share anything under it. */
export function isWithdrawn({ agreement, out }: Pick<AgreementAt, 'agreement' | 'out'>): boolean {
  return agreement.parties.filter((party) => !out.has(party)).length < 2;
}

/** Every agreement as it stands at an instant, by id; those that are not told apart by it, by their digest too. */
export function standAt(
  agreements: readonly SignedAgreement[],
  notices: readonly SignedNotice[],
  at: Date,
): ReadonlyMap<string, AgreementAt> {
  const started = agreements.filter(({ agreement, outdated }) => !outdated && startOf(agreement) <= at.getTime());
  const later = started.filter(({ agreement }) => agreement.supersedes ?? agreement.amends);
  const by: Standing = { later, notices: notices.map(({ notice }) => notice), at, known: new Map() };
  const byId = new Map(agreements.map((signed) => [keyOf(signed), signed]));
  return new Map(agreements.map((signed) => [keyOf(signed), standing(signed, byId, by)]));
}

/** A text of an agreement as it stands. Undefined: the ruleset knows none of this digest. */
export function standingOfText(
  standing: ReadonlyMap<string, AgreementAt>,
  { id, digest }: { readonly id: string; readonly digest: string | undefined },
): AgreementAt | undefined {
  return [standing.get(id), standing.get(`${id} ${digest}`)].find((known) => known?.digest === digest);
}

function keyOf({ agreement: { id }, digest, disputed, absent, outdated }: SignedAgreement): string {
  return disputed || absent || outdated ? `${id} ${digest}` : id;
}

/** The next instant after `at` at which an agreement or a notice changes what is shared. Infinity: none will. */
export function nextChange(agreements: readonly SignedAgreement[], notices: readonly SignedNotice[], at: Date): number {
  const byId = new Map(agreements.map(({ agreement }) => [agreement.id, agreement]));
  const instants = [
    ...agreements.flatMap(({ agreement }) => [startOf(agreement), endOf(agreement), ...joining(agreement)]),
    ...notices.flatMap(({ notice }) => [
      effectOf(notice, byId.get(notice.agreement) ?? {}).getTime(),
      endOfEffect(notice),
    ]),
  ];
  const coming = instants.filter((instant) => instant > at.getTime());
  return coming.reduce((first, instant) => Math.min(first, instant), Infinity);
}

/** Midnight (UTC) at which a day begins, in milliseconds since the epoch. */
export function midnight(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

interface Standing {
  /** Started agreements that take the place of others, or of their clauses. */
  readonly later: readonly SignedAgreement[];
  readonly notices: readonly Notice[];
  readonly at: Date;
  /** Undefined while it is being found out: agreements that lean on each other are not in force. */
  readonly known: Map<string, AgreementAt | undefined>;
}

function standing(signed: SignedAgreement, byId: ReadonlyMap<string, SignedAgreement>, by: Standing): AgreementAt {
  const { agreement } = signed;
  const key = keyOf(signed);
  const known = by.known.get(key);
  if (known) return known;
  by.known.set(key, undefined);
  const bases = [...(agreement.supplements ?? []), ...(agreement.amends ?? []).map((amendment) => amendment.agreement)];
  const leaning = bases.map((id) => {
    const base = byId.get(id);
    if (!base || (by.known.has(id) && !by.known.get(id))) return undefined;
    return standing(base, byId, by);
  });
  const result: AgreementAt = {
    ...signed,
    status: statusOf(signed, leaning, by),
    out: new Set([...withdrawn(agreement, by), ...leaning.flatMap((base) => [...(base?.out ?? [])])]),
    outOfClause: suspendedClauses(agreement, by),
    replaced: replacedIn(agreement, by.later),
  };
  by.known.set(key, result);
  return result;
}

function statusOf(
  { agreement, disputed, absent, outdated }: SignedAgreement,
  bases: readonly (AgreementAt | undefined)[],
  { later, at }: Standing,
): AgreementStatus {
  if (outdated) return 'outdated';
  if (startOf(agreement) > at.getTime()) return 'not-yet';
  if (later.some((other) => takesThePlaceOf(other.agreement, agreement))) return 'superseded';
  if (absent) return 'absent';
  if (disputed) return 'disputed';
  if (endOf(agreement) <= at.getTime()) return 'expired';
  return bases.every((base) => base?.status === 'in-force') ? 'in-force' : 'base-not-in-force';
}

/**
 * Whether an agreement supersedes another, once it has effect.
 * INVARIANT: nobody's agreement is taken out of force by others: whoever signed it signs what takes its place.
 */
export function takesThePlaceOf(later: Agreement, earlier: Agreement): boolean {
  return Boolean(later.supersedes?.includes(earlier.id)) && signsFor(later, earlier);
}

function replacedIn(agreement: Agreement, later: readonly SignedAgreement[]): ReadonlySet<string> {
  const amending = later.filter(({ agreement: other }) => signsFor(other, agreement));
  const amendments = amending.flatMap(({ agreement: other }) => other.amends ?? []);
  return new Set(amendments.filter((of) => of.agreement === agreement.id).flatMap(({ replaces }) => replaces));
}

function signsFor(later: Agreement, earlier: Agreement): boolean {
  return later.id !== earlier.id && earlier.parties.every((party) => later.parties.includes(party));
}

/** Parties that suspended the whole agreement, or left it. */
function withdrawn(agreement: Agreement, by: Standing): readonly string[] {
  return standingNotices(agreement, by.notices, by.at)
    .filter((notice) => notice.kind === 'terminate' || (notice.kind === 'suspend' && !notice.clauses))
    .map(({ party }) => party);
}

function suspendedClauses(agreement: Agreement, by: Standing): ReadonlyMap<string, ReadonlySet<string>> {
  const clauses = new Map<string, Set<string>>();
  for (const notice of standingNotices(agreement, by.notices, by.at)) {
    if (notice.kind !== 'suspend') continue;
    for (const clause of notice.clauses ?? [])
      clauses.set(clause, (clauses.get(clause) ?? new Set()).add(notice.party));
  }
  return clauses;
}

function startOf({ effective }: Agreement): number {
  return midnight(effective);
}

function endOf({ until }: Agreement): number {
  return until ? midnight(until) + DAY_MILLISECONDS : Infinity;
}

function joining({ accessions }: Agreement): readonly number[] {
  return (accessions ?? []).flatMap(({ from }) => (from ? [midnight(from)] : []));
}

import type { Agreement, Clause } from '../../agreement.ts';
import type { Notice } from '../../notice.ts';

/** Documents as they were signed, and the instant at which they are read. */
export interface Documents {
  readonly agreements: readonly Agreement[];
  readonly notices: readonly Notice[];
  readonly at: Date;
}

/** A clause that counts, and the parties from and with which it shares nothing. */
export interface StandingClause {
  readonly agreement: Agreement;
  readonly clause: Clause;
  readonly absent: ReadonlySet<string>;
}

const DAY_MILLISECONDS = 86_400_000;

/** The first day has come. */
export function hasBegun({ effective }: Agreement, { at }: Documents): boolean {
  return new Date(effective).getTime() <= at.getTime();
}

/** It counts in full: begun, not ended, not superseded, and all that it adds to or amends counts too. */
export function isInForce(agreement: Agreement, documents: Documents, waiting: readonly string[] = []): boolean {
  if (!hasBegun(agreement, documents) || hasEnded(agreement, documents)) return false;
  if (isSuperseded(agreement, documents) || waiting.includes(agreement.id)) return false;
  return basesOf(agreement).every((id) => {
    const base = documents.agreements.find((other) => other.id === id);
    return base !== undefined && isInForce(base, documents, [...waiting, agreement.id]);
  });
}

/** Clauses that share or find. */
export function sharingClauses(documents: Documents): readonly StandingClause[] {
  return documents.agreements
    .filter((agreement) => isInForce(agreement, documents))
    .flatMap((agreement) =>
      clausesLeft(agreement, documents).map((clause) => ({
        agreement,
        clause,
        absent: absentFrom(agreement, documents, clause.id),
      })),
    )
    .filter(({ clause }) => clause.share);
}

/** Clauses that withhold: they outlive their agreement's force, until its parties put something in its place. */
export function withholdingClauses(documents: Documents): readonly StandingClause[] {
  return documents.agreements
    .filter((agreement) => hasBegun(agreement, documents) && !isSuperseded(agreement, documents))
    .flatMap((agreement) => clausesLeft(agreement, documents).map((clause) => ({ agreement, clause, absent: NOBODY })))
    .filter(({ clause }) => clause.withhold);
}

/** Parties that have suspended or left an agreement, one that it rests on, or the one clause. */
export function absentFrom(
  agreement: Agreement,
  documents: Documents,
  clauseId?: string,
  seen: readonly string[] = [],
): ReadonlySet<string> {
  if (seen.includes(agreement.id)) return NOBODY;
  const own = noticesOn(agreement, documents).filter((notice) => stopsSharing(notice, clauseId));
  const bases = basesOf(agreement).flatMap((id) => documents.agreements.filter((other) => other.id === id));
  const ofBases = bases.flatMap((base) => [...absentFrom(base, documents, undefined, [...seen, agreement.id])]);
  return new Set([...own.map(({ party }) => party), ...ofBases]);
}

/** Whether a notice has effect. A termination takes effect after the days of notice. */
export function hasEffect(notice: Notice, noticeDays: number, { at }: Documents): boolean {
  const given = Date.parse(notice.given) + noticeDays * DAY_MILLISECONDS;
  if (notice.kind === 'terminate') return Math.max(Date.parse(notice.from), given) <= at.getTime();
  return Date.parse(notice.from) <= at.getTime() && (!notice.until || at.getTime() < Date.parse(notice.until));
}

const NOBODY: ReadonlySet<string> = new Set();

function hasEnded({ until }: Agreement, { at }: Documents): boolean {
  return until !== undefined && new Date(until).getTime() + DAY_MILLISECONDS <= at.getTime();
}

/** Once something has taken its place, it does not come back: else the end of one agreement would open what it closed. */
export function isSuperseded(agreement: Agreement, documents: Documents): boolean {
  return replacements(agreement, documents).some((other) => other.supersedes?.includes(agreement.id));
}

function clausesLeft(agreement: Agreement, documents: Documents): readonly Clause[] {
  const amendments = replacements(agreement, documents).flatMap(({ amends }) => amends ?? []);
  const replaced = amendments.filter((of) => of.agreement === agreement.id).flatMap(({ replaces }) => replaces);
  return agreement.clauses.filter(({ id }) => !replaced.includes(id));
}

/** Agreements that all its parties have signed since. */
function replacements({ id, parties }: Agreement, documents: Documents): readonly Agreement[] {
  return documents.agreements.filter(
    (other) => other.id !== id && hasBegun(other, documents) && parties.every((party) => other.parties.includes(party)),
  );
}

function basesOf({ supplements, amends }: Agreement): readonly string[] {
  return [...(supplements ?? []), ...(amends ?? []).map(({ agreement }) => agreement)];
}

function noticesOn(agreement: Agreement, documents: Documents): readonly Notice[] {
  const days = agreement.noticeDays ?? 0;
  const own = documents.notices.filter(
    (notice) => notice.agreement === agreement.id && hasEffect(notice, days, documents),
  );
  return own.filter((notice) => notice.kind !== 'suspend' || !own.some((later) => takesBack(later, notice)));
}

function takesBack(later: Notice, earlier: Notice): boolean {
  return (
    later.kind === 'resume' && later.party === earlier.party && Date.parse(earlier.given) < Date.parse(later.given)
  );
}

function stopsSharing(notice: Notice, clauseId: string | undefined): boolean {
  if (notice.kind === 'terminate') return true;
  if (notice.kind !== 'suspend') return false;
  return !notice.clauses || (clauseId !== undefined && notice.clauses.includes(clauseId));
}

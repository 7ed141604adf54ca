import type { Agreement } from '../../policy/agreement.ts';
import type { AgreementAt } from '../../policy/lifecycle.ts';
import type { Notice, Suspension, Termination } from '../../policy/notice.ts';
import { effectOf, standingNotices } from '../../policy/notice-effect.ts';
import type { Ruleset } from '../../policy/ruleset.ts';

/** A party for which an agreement, or a clause of it, is not in force by its own notice. */
export interface Withdrawal {
  readonly party: string;
  readonly kind: 'SUSPENDED' | 'TERMINATED';
  readonly since: Date;
  /** Until when, if the notice says so. */
  readonly until: string | undefined;
  /** Ids of the notice, and of the agreement that it speaks of: this one, or one that this one leans on. */
  readonly notice: string;
  readonly agreement: string;
  readonly reason: string | undefined;
  /** Undefined: the whole agreement. */
  readonly clauses: readonly string[] | undefined;
}

/** Who withdrew from an agreement, and who will. */
export interface Withdrawals {
  readonly standing: readonly Withdrawal[];
  readonly announced: readonly Withdrawal[];
}

/** What withdrawals are read from. */
export interface Instant {
  readonly ruleset: Ruleset;
  readonly notices: readonly Notice[];
  readonly now: Date;
}

/** What notices say of an agreement at an instant. Those about agreements that it leans on are about it too. */
export function withdrawalsFrom(agreement: AgreementAt, instant: Instant): Withdrawals {
  const leaning = [...leaningOn(agreement, instant.ruleset)].map((base) => ownWithdrawals(base, instant));
  const own = ownWithdrawals(agreement, instant);
  const isWhole = ({ clauses }: Withdrawal) => clauses === undefined;
  return {
    standing: [...own.standing, ...leaning.flatMap(({ standing }) => standing).filter(isWhole)],
    announced: [...own.announced, ...leaning.flatMap(({ announced }) => announced).filter(isWhole)],
  };
}

function ownWithdrawals({ agreement, out, outOfClause }: AgreementAt, { notices, now }: Instant): Withdrawals {
  const leaves = notices.filter(
    (notice): notice is Suspension | Termination =>
      notice.agreement === agreement.id && (notice.kind === 'suspend' || notice.kind === 'terminate'),
  );
  const effective = standingNotices(agreement, notices, now);
  const isOut = ({ party, clauses }: Withdrawal) =>
    clauses ? clauses.some((clause) => outOfClause.get(clause)?.has(party)) : out.has(party);
  return {
    standing: leaves
      .filter((notice) => effective.includes(notice))
      .map((notice) => withdrawalBy(notice, agreement))
      .filter(isOut),
    announced: leaves.map((notice) => withdrawalBy(notice, agreement)).filter(({ since }) => since > now),
  };
}

/** Agreements that one leans on, and those that they lean on, without itself. */
function leaningOn({ agreement }: AgreementAt, { standing }: Ruleset): ReadonlySet<AgreementAt> {
  const found = new Set<AgreementAt>();
  const add = (id: string) => {
    const base = standing.get(id);
    if (!base || base.agreement.id === agreement.id || found.has(base)) return;
    found.add(base);
    basesOf(base.agreement).forEach(add);
  };
  basesOf(agreement).forEach(add);
  return found;
}

/** Agreements without which this one is not in force. */
export function basesOf({ supplements = [], amends = [] }: Agreement): readonly string[] {
  return [...supplements, ...amends.map((amendment) => amendment.agreement)];
}

function withdrawalBy(notice: Suspension | Termination, agreement: Agreement): Withdrawal {
  const { party, until, notice: id, reason } = notice;
  const suspends = notice.kind === 'suspend';
  return {
    party,
    kind: suspends ? 'SUSPENDED' : 'TERMINATED',
    since: effectOf(notice, agreement),
    until: suspends ? until : undefined,
    notice: id,
    agreement: agreement.id,
    reason,
    clauses: suspends ? notice.clauses : undefined,
  };
}

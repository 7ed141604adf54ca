import type { Share, Withhold } from '../../agreement.ts';
import { all, any, isIn, print, type Expression } from './expression.ts';
import { everyone, type Members, type Way } from './members.ts';
import type { StandingClause } from './standing.ts';

/** An originator and a recipient that a clause stands between, and the ways in which it names each. */
export interface Pair {
  readonly originator: string;
  readonly recipient: string;
  readonly originatorWays: readonly Way[];
  readonly recipientWays: readonly Way[];
}

/** Between whom a clause shares. Nothing leaves an agency that is no party in its own name. */
export function sharingPairs(standing: StandingClause, share: Share, members: Members): readonly Pair[] {
  const { agreement, clause, absent } = standing;
  const id = `${agreement.id}#${clause.id}`;
  const shares = ({ participation, reserves }: Way) => participation !== 'observer' && !reserves.includes(id);
  const receives = ({ participation }: Way) => (share.participants ?? ['active']).includes(participation);
  const originators = present(share.from, members, absent, shares);
  for (const code of originators.keys()) if (!agreement.parties.includes(code)) originators.delete(code);
  const recipients = present(share.to, members, absent, receives);
  return pairs(originators, recipients).filter(({ recipient }) => !share.reciprocal || originators.has(recipient));
}

/** Between whom a clause withholds, whatever each's participation. */
export function withholdingPairs({ agreement }: StandingClause, withhold: Withhold, members: Members): readonly Pair[] {
  const originators = new Map(
    [...everyone(withhold.from, members)].filter(([code]) => agreement.parties.includes(code)),
  );
  return pairs(originators, everyone(withhold.to, members));
}

/** The request is between one of these pairs of agencies. */
export function between(of: readonly Pair[]): Expression {
  const plain = blocks(of, ({ recipient }) => [recipient]);
  if (plain.length === 1) return plain[0]!;
  const others = blocks(of, ({ originator, recipient }) => [originator, recipient]);
  return all([any(others), 'principal.agency != resource.originator']);
}

/** Pairs for which a condition is written alike, together. */
export function alike(pairs: readonly Pair[], rowsOf: (pair: Pair) => Expression) {
  const byText = new Map<string, { readonly of: Pair[]; readonly rows: Expression }>();
  for (const pair of pairs) {
    const rows = rowsOf(pair);
    const known = byText.get(print(rows));
    if (known) known.of.push(pair);
    else byText.set(print(rows), { of: [pair], rows });
  }
  return [...byText.values()];
}

/** One block for all originators that have the same agencies beside them. */
function blocks(of: readonly Pair[], beside: (pair: Pair) => readonly string[]): readonly Expression[] {
  const byAgencies = new Map<string, string[]>();
  for (const originator of new Set(of.map((pair) => pair.originator))) {
    const agencies = of.filter((pair) => pair.originator === originator).flatMap(beside);
    const key = [...new Set(agencies)].sort().join(' ');
    byAgencies.set(key, [...(byAgencies.get(key) ?? []), originator]);
  }
  return [...byAgencies].map(([agencies, originators]) =>
    all([isIn('resource.originator', 'Agency', originators), isIn('principal.agency', 'Agency', agencies.split(' '))]),
  );
}

function present(
  codes: readonly string[],
  members: Members,
  absent: ReadonlySet<string>,
  counts: (way: Way) => boolean,
): Map<string, readonly Way[]> {
  const reached = everyone(
    codes.filter((code) => !absent.has(code)),
    members,
  );
  const kept = [...reached].map(([code, ways]) => [code, ways.filter(counts)] as const);
  return new Map(kept.filter(([code, ways]) => !absent.has(code) && ways.length > 0));
}

function pairs(
  originators: ReadonlyMap<string, readonly Way[]>,
  recipients: ReadonlyMap<string, readonly Way[]>,
): readonly Pair[] {
  return [...originators].flatMap(([originator, originatorWays]) =>
    [...recipients]
      .filter(([recipient]) => recipient !== originator)
      .map(([recipient, recipientWays]) => ({ originator, recipient, originatorWays, recipientWays })),
  );
}

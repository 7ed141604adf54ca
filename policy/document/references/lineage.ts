import type { Agreement } from '../../agreement.ts';
import type { Path } from '../locate.ts';
import { suggest } from '../suggest.ts';
import type { Finding, Rule, Surroundings } from './rule.ts';

/** How one agreement comes after another. */
type Tie = 'supersedes' | 'amends' | 'supplements' | 'follows';

interface TieAt {
  readonly tie: Tie;
  readonly earlier: string;
  readonly path: Path;
}

/** An agreement comes after others that exist, that are older, and whose parties sign when it takes their place. */
export const lineage: Rule = ({ agreement }, around) => {
  const ties = tiesOf(agreement);
  return ties.flatMap((tie) => {
    if (tie.earlier === agreement.id)
      return [{ path: tie.path, message: `\`${agreement.id}\` is this agreement itself` }];
    const earlier = around.agreements.get(tie.earlier);
    return earlier ? ofTie(tie, agreement, earlier, around) : unknownAgreement(tie, agreement, around);
  });
};

/** Lineage may go back to what was never written in this language. */
function unknownAgreement({ tie, earlier, path }: TieAt, agreement: Agreement, around: Surroundings): Finding[] {
  if (tie === 'follows') return [];
  const others = [...around.agreements.keys()].filter((id) => id !== agreement.id).sort();
  return [{ path, message: `there is no agreement \`${earlier}\``, hint: suggest(earlier, others) }];
}

function ofTie(tie: TieAt, agreement: Agreement, earlier: Agreement, around: Surroundings): readonly Finding[] {
  const circle = circleFrom(agreement.id, earlier.id, around);
  if (circle) return [{ path: tie.path, message: `in a circle, each comes after the next: ${circle}` }];
  return [...inTime(tie, agreement, earlier), ...signedByAll(tie, agreement, earlier), ...notReplaced(tie, agreement)];
}

function inTime({ tie, path }: TieAt, { effective }: Agreement, earlier: Agreement): readonly Finding[] {
  if (effective >= earlier.effective) return [];
  const message = `in force from \`${effective}\`, before \`${earlier.id}\`, which it ${tie}, from \`${earlier.effective}\``;
  return [{ path, message }];
}

/** INVARIANT: what parties signed is changed by nobody but all of them. */
function signedByAll({ tie, path }: TieAt, { parties }: Agreement, earlier: Agreement): readonly Finding[] {
  if (tie !== 'supersedes' && tie !== 'amends') return [];
  const missing = earlier.parties.filter((party) => !parties.includes(party));
  return missing.map((party) => ({
    path,
    message: `\`${party}\` is a party of \`${earlier.id}\`, and does not sign what changes it`,
  }));
}

function notReplaced({ tie, earlier, path }: TieAt, { supersedes }: Agreement): readonly Finding[] {
  if ((tie !== 'amends' && tie !== 'supplements') || !supersedes?.includes(earlier)) return [];
  return [{ path, message: `\`${earlier}\` is superseded by this, so nothing of it is left that this ${tie}` }];
}

function circleFrom(id: string, earlier: string, { agreements }: Surroundings): string | undefined {
  const seen = new Map([[earlier, `\`${id}\` → \`${earlier}\``]]);
  for (const [at, way] of seen) {
    const next = agreements.get(at);
    for (const tie of next ? tiesOf(next) : []) {
      if (tie.earlier === id) return `${way} → \`${id}\``;
      if (!seen.has(tie.earlier)) seen.set(tie.earlier, `${way} → \`${tie.earlier}\``);
    }
  }
  return undefined;
}

function tiesOf({ supersedes = [], amends = [], supplements = [], follows = [] }: Agreement): readonly TieAt[] {
  const listed = (tie: Tie, ids: readonly string[]) =>
    ids.map((earlier, index): TieAt => ({ tie, earlier, path: [tie, index] }));
  const amended = amends.map(({ agreement }, index): TieAt => {
    return { tie: 'amends', earlier: agreement, path: ['amends', index, 'agreement'] };
  });
  return [
    ...listed('supersedes', supersedes),
    ...amended,
    ...listed('supplements', supplements),
    ...listed('follows', follows),
  ];
}

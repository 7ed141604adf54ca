import type { AgreementStatus } from './status.ts';

/** An agreement in the chain of another. */
export interface Link {
  readonly id: string;
  /** Null: it is for its parties only. */
  readonly title: string | null;
  readonly status: AgreementStatus | null;
  /** Earlier ones that it names, with what it says of each. */
  readonly names: readonly { readonly kind: string; readonly agreement: string }[];
}

/** An agreement as lineages are read from. */
interface Known {
  readonly id: string;
  readonly title: string;
  readonly status: AgreementStatus;
  readonly effective: string;
  readonly lineage: readonly { readonly kind: string; readonly agreement: string }[];
}

const FORWARD: ReadonlySet<string> = new Set(['SUPERSEDES', 'AMENDS', 'SUPPLEMENTS', 'FOLLOWS', 'JOINS']);

/** What the text of a later agreement says of an earlier one. */
export const KIND_WORDS: Readonly<Record<string, string>> = {
  SUPERSEDES: 'takes the place of',
  AMENDS: 'amends',
  SUPPLEMENTS: 'adds to',
  FOLLOWS: 'follows',
  JOINS: 'joins the group of',
};

/**
 * Every agreement that is tied to one, near or far, the earliest first; empty: it stands alone. One that its reader may
 * not read is known by its id only.
 */
export function chainOf(id: string, all: readonly Known[]): readonly Link[] {
  const known = new Map(all.map((one) => [one.id, one]));
  const found = new Set<string>();
  const add = (one: string) => {
    if (found.has(one)) return;
    found.add(one);
    known.get(one)?.lineage.forEach(({ agreement }) => add(agreement));
  };
  add(id);
  if (found.size < 2) return [];
  const day = (one: string) => known.get(one)?.effective ?? '';
  const ordered = [...found].sort((a, b) => (day(a) === day(b) ? (a < b ? -1 : 1) : day(a) < day(b) ? -1 : 1));
  return ordered.map((one) => {
    const of = known.get(one);
    const names = of?.lineage.filter(({ kind }) => FORWARD.has(kind)) ?? [];
    return { id: one, title: of?.title ?? null, status: of?.status ?? null, names };
  });
}

import type { Agreement } from '../../policy/agreement.ts';
import type { Ruleset } from '../../policy/ruleset.ts';

/** How an agreement stands to another, in words. */
export const RELATIONS = {
  SUPERSEDES: 'It takes the other’s place.',
  AMENDS: 'Clauses of it take the place of the other’s.',
  SUPPLEMENTS: 'It adds to the other, and shares nothing without it.',
  FOLLOWS: 'It came after the other, and changes nothing of it.',
  JOINS: 'By it a party joins a group that the other founds.',
  SUPERSEDED_BY: 'The other says that it takes its place.',
  AMENDED_BY: 'The other says that clauses of it take the place of its own.',
  SUPPLEMENTED_BY: 'The other adds to it.',
  FOLLOWED_BY: 'The other came after it.',
  JOINED_BY: 'By the other a party joins a group that it founds.',
} as const;

/** How an agreement stands to another, as one of the two texts says. */
export interface Relation {
  readonly kind: keyof typeof RELATIONS;
  /** Id of the other. */
  readonly agreement: string;
  /** Ids of the clauses that are replaced, if it is an amendment. */
  readonly clauses: readonly string[];
}

/** What an agreement's text says of others, and what others' texts say of it. */
export function relationsOf(agreement: Agreement, others: readonly Agreement[]): readonly Relation[] {
  const said = stated(agreement);
  const back = others
    .filter(({ id }) => id !== agreement.id)
    .flatMap((other) =>
      stated(other)
        .filter((relation) => relation.agreement === agreement.id)
        .map(({ kind, clauses }) => ({ kind: REVERSE[kind], agreement: other.id, clauses })),
    );
  return [...said, ...joined(agreement, others), ...back, ...joinedBy(agreement, others)];
}

/** Of the other's text one need not be told: that it founds the group is known to who reads both. */
function joined(agreement: Agreement, others: readonly Agreement[]): readonly Relation[] {
  return others
    .filter((other) => other.id !== agreement.id && joins(agreement, other))
    .map(({ id }) => ({ kind: 'JOINS', agreement: id, clauses: [] }));
}

function joinedBy(agreement: Agreement, others: readonly Agreement[]): readonly Relation[] {
  return others
    .filter((other) => other.id !== agreement.id && joins(other, agreement))
    .map(({ id }) => ({ kind: 'JOINED_BY', agreement: id, clauses: [] }));
}

function joins({ accessions = [] }: Agreement, { groups = {} }: Agreement): boolean {
  return accessions.some(({ to }) => Object.hasOwn(groups, to));
}

type Stated = 'SUPERSEDES' | 'AMENDS' | 'SUPPLEMENTS' | 'FOLLOWS';

const REVERSE = {
  SUPERSEDES: 'SUPERSEDED_BY',
  AMENDS: 'AMENDED_BY',
  SUPPLEMENTS: 'SUPPLEMENTED_BY',
  FOLLOWS: 'FOLLOWED_BY',
} as const satisfies Record<Stated, Relation['kind']>;

function stated({ supersedes = [], amends = [], supplements = [], follows = [] }: Agreement) {
  const plain = (kind: Stated, ids: readonly string[]) => ids.map((id) => ({ kind, agreement: id, clauses: [] }));
  const amending = amends.map(({ agreement, replaces }) => ({
    ...{ kind: 'AMENDS' as const, agreement },
    clauses: replaces.map((clause) => `${agreement}#${clause}`),
  }));
  return [
    ...plain('SUPERSEDES', supersedes),
    ...amending,
    ...plain('SUPPLEMENTS', supplements),
    ...plain('FOLLOWS', follows),
  ];
}

/** Ids of the agreements that have taken the place of one: they name it, and all its parties signed them. */
export function successorsOf(agreement: Agreement, ruleset: Ruleset): readonly string[] {
  return laterThan(agreement, ruleset)
    .filter(({ supersedes }) => supersedes?.includes(agreement.id))
    .map(({ id }) => id);
}

/** Ids of the agreements whose clauses have taken the place of a clause. */
export function replacementsOf(clause: string, agreement: Agreement, ruleset: Ruleset): readonly string[] {
  return laterThan(agreement, ruleset)
    .filter(({ amends }) => amends?.some((of) => of.agreement === agreement.id && of.replaces.includes(clause)))
    .map(({ id }) => id);
}

/** Those that have begun, and that every party of an agreement signed too: only they take anything's place. */
function laterThan({ id, parties }: Agreement, { standing }: Ruleset): readonly Agreement[] {
  const begun = [...standing.values()]
    .filter(({ status }) => status !== 'not-yet' && status !== 'outdated')
    .map(({ agreement }) => agreement);
  return begun.filter((other) => other.id !== id && parties.every((party) => other.parties.includes(party)));
}

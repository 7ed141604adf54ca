import { all, entity, print, printParts, text, type Expression } from './expression.ts';

/** One policy. */
export interface Policy {
  /** `agreement#clause`, or what else it comes from: `marks#releasableTo`. */
  readonly id: string;
  /** The clause in words. */
  readonly text: string;
  readonly effect: 'permit' | 'forbid';
  /** Undefined: any. */
  readonly actions?: readonly string[];
  /** All of these. */
  readonly when: readonly Expression[];
  readonly unless?: Expression;
  /** What it permits yields to nothing but the third-party rule. */
  readonly overrides?: boolean;
}

/** Policies by ids of their own: a clause of which there are several numbers them. Those that never apply are left out. */
export function named(policies: readonly Policy[]): ReadonlyMap<string, Policy> {
  const byId = new Map<string, Policy[]>();
  for (const policy of policies.filter(({ when }) => all(when) !== 'false')) {
    byId.set(policy.id, [...(byId.get(policy.id) ?? []), policy]);
  }
  return new Map(
    [...byId].flatMap(([id, alike]) =>
      alike.map((policy, index) => [alike.length > 1 ? `${id}/${index + 1}` : id, policy] as const),
    ),
  );
}

/** The policy in Cedar's words. */
export function printPolicy(id: string, policy: Policy): string {
  const { when, unless } = policy;
  const conditions = printParts(all(when)).filter((part) => part !== 'true');
  return [
    `@id(${text(id)})`,
    `@clause(${text(policy.id)})`,
    `@text(${text(policy.text)})`,
    `${policy.effect} (principal, action${actionsIn(policy.actions)}, resource)`,
    ...(conditions.length > 0 ? [`when {\n  ${conditions.join(' &&\n  ')}\n}`] : []),
    ...(unless && unless !== 'false' ? [`unless {\n  ${print(unless)}\n}`] : []),
  ]
    .join('\n')
    .concat(';\n');
}

/** What the policy applies to, as one expression. */
export function applies({ actions, when }: Policy): Expression {
  return all([...(actions ? [`action${actionsIn(actions)}`] : []), ...when]);
}

function actionsIn(actions: readonly string[] | undefined): string {
  return actions ? ` in [${actions.map((action) => entity('Action', action)).join(', ')}]` : '';
}

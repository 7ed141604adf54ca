import type { Visibility, Withheld } from '../explain/explain.ts';

/**
 * The explanations of several answers as one for all that were given under the same agreements: what any of them says. Agreements
 * that change while a batch is answered make several.
 */
export class Explained {
  readonly #byRuleset = new Map<string, Visibility>();

  add(visibility: Visibility): void {
    const known = this.#byRuleset.get(visibility.ruleset);
    this.#byRuleset.set(visibility.ruleset, known ? together(known, visibility) : visibility);
  }

  get all(): readonly Visibility[] {
    return [...this.#byRuleset.values()];
  }
}

function together(one: Visibility, other: Visibility): Visibility {
  const spent = [...new Set([...(one.spent ?? []), ...(other.spent ?? [])])].sort();
  return {
    ...one,
    disclosed: disclosedBy([...one.disclosed, ...other.disclosed]),
    withheld: withheldBy([...one.withheld, ...other.withheld]),
    obligations: distinct([...one.obligations, ...other.obligations]),
    ...(spent.length > 0 && { spent }),
  };
}

function disclosedBy(all: Visibility['disclosed']): Visibility['disclosed'] {
  const clauses = new Map<string, Set<string>>();
  for (const one of all) clauses.set(one.originator, new Set([...(clauses.get(one.originator) ?? []), ...one.clauses]));
  return [...clauses].map(([originator, of]) => ({ originator, clauses: [...of] }));
}

/** What is withheld for the same reason is told of once, with every argument that would have read it. */
function withheldBy(all: readonly Withheld[]): readonly Withheld[] {
  const known = new Map<string, Withheld>();
  for (const one of all) {
    const key = JSON.stringify([one.originator, one.coordinate, one.reason, one.clauses]);
    const by = [...new Set([...(known.get(key)?.by ?? []), ...(one.by ?? [])])];
    known.set(key, { ...one, ...(by.length > 0 && { by }) });
  }
  return [...known.values()];
}

function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

import type { Contract, Coordinate } from '../schema/contract.ts';
import { expand, type Expanded, type Groups } from './groups.ts';
import type { Memberships } from './membership.ts';

/** Who a list of agencies and groups stands for. Clauses with the same list share the answer. */
export function expandOnce(codes: readonly string[], groups: Groups): Expanded {
  return once(expansions, groups, JSON.stringify(codes), () => expand(codes, groups));
}

/** The coordinates of categories, and those named. Clauses of one compilation with the same lists share the set. */
export function coordinatesOnce(
  categories: readonly string[],
  named: readonly Coordinate[],
  contract: Contract,
  compilation: Memberships,
): ReadonlySet<Coordinate> {
  return once(coordinates, compilation, JSON.stringify([categories, named]), () => {
    const byCategory = categories.flatMap((category) => contract.categories.get(category) ?? []);
    return new Set([...byCategory, ...named]);
  });
}

type Memo<Of extends object, Value> = WeakMap<Of, Map<string, Value>>;

const expansions: Memo<Groups, Expanded> = new WeakMap();
const coordinates: Memo<Memberships, ReadonlySet<Coordinate>> = new WeakMap();

/** Kept as long as what it is about, that is, as long as the ruleset. */
function once<Of extends object, Value>(memo: Memo<Of, Value>, of: Of, key: string, compute: () => Value): Value {
  const known = memo.get(of) ?? new Map<string, Value>();
  memo.set(of, known);
  const value = known.get(key) ?? compute();
  known.set(key, value);
  return value;
}

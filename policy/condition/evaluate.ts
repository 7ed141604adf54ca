import type { Condition, LabelRef, Test } from './condition.ts';

/** The labels of one object by name. Left out: not known. `null` or an empty list: known that there is none. */
export type Labels = Readonly<Record<string, unknown>>;

/** An object of the contract and what encloses it, nearest first. */
export interface Row {
  /** Contract type: `Person`. */
  readonly type: string;
  readonly labels: Labels;
  readonly enclosing?: Row | undefined;
  /** What was found of it so far: the fields of a row mostly depend on the same few conditions. */
  truths?: Truths | 'none yet';
}

/**
 * What encloses an object of a type, for conditions. A record and a case stand for themselves, by whatever path one came
 * to them: otherwise a clause on records would open what a case holds, of which the record says nothing.
 */
export function enclosingOf(type: string, around: Row | undefined): Row | undefined {
  return type === 'Record' || type === 'Case' ? undefined : around;
}

/** True, false, or unknown. Only `true` discloses. */
export type Truth = boolean | undefined;

/**
 * Evaluates a condition on a row by Kleene's three-valued logic, as SQL does.
 * INVARIANT: an unknown part never makes a share true or a withhold false.
 */
export function evaluate(condition: Condition, row: Row): Truth {
  switch (condition.is) {
    case 'constant':
      return condition.value;
    case 'not':
      return negate(evaluate(condition.of, row));
    case 'all':
      return every(condition.of, row);
    case 'any':
      return some(condition.of, row);
    case 'within':
      return find(row, [condition.type]) !== undefined;
    case 'test':
      return passes(condition.test, valueOf(condition.label, row));
  }
}

/** What was found of a row, of the few conditions that were asked last. An object of fixed fields: rows are many. */
export class Truths {
  #first: Condition | undefined;
  #second: Condition | undefined;
  #third: Condition | undefined;
  #ofFirst: Truth;
  #ofSecond: Truth;
  #ofThird: Truth;

  of(condition: Condition, row: Row): Truth {
    if (condition === this.#first) return this.#ofFirst;
    if (condition === this.#second) return this.#ofSecond;
    if (condition === this.#third) return this.#ofThird;
    const truth = evaluate(condition, row);
    [this.#third, this.#ofThird] = [this.#second, this.#ofSecond];
    [this.#second, this.#ofSecond] = [this.#first, this.#ofFirst];
    [this.#first, this.#ofFirst] = [condition, truth];
    return truth;
  }
}

/** Evaluates a condition, once for a row that remembers. */
export function evaluateOnce(condition: Condition, row: Row): Truth {
  if (condition.is === 'constant') return condition.value;
  if (!row.truths) return evaluate(condition, row);
  if (row.truths === 'none yet') row.truths = new Truths();
  return row.truths.of(condition, row);
}

function negate(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

function every(conditions: readonly Condition[], row: Row): Truth {
  let result: Truth = true;
  for (const condition of conditions) {
    const truth = evaluate(condition, row);
    if (truth === false) return false;
    if (truth === undefined) result = undefined;
  }
  return result;
}

function some(conditions: readonly Condition[], row: Row): Truth {
  let result: Truth = false;
  for (const condition of conditions) {
    const truth = evaluate(condition, row);
    if (truth === true) return true;
    if (truth === undefined) result = undefined;
  }
  return result;
}

function find(row: Row, types: readonly string[]): Row | undefined {
  for (let at: Row | undefined = row; at; at = at.enclosing) if (types.includes(at.type)) return at;
  return undefined;
}

function valueOf(label: LabelRef, row: Row): unknown {
  const owner = find(row, label.owners);
  return owner && Object.hasOwn(owner.labels, label.name) ? owner.labels[label.name] : undefined;
}

/** A value of another type than the test expects is an unknown value. */
function passes(test: Test, value: unknown): Truth {
  if (value === undefined) return undefined;
  if (test.op === 'none') return value === null || (Array.isArray(value) ? value.length === 0 : false);
  if (value === null) return false;
  switch (test.op) {
    case 'equals':
      return typeof value === typeof test.value ? value === test.value : undefined;
    case 'anyOf': {
      const list = strings(value);
      return list && test.values.some((wanted) => list.includes(wanted));
    }
    case 'allOf': {
      const list = strings(value);
      return list && test.values.every((wanted) => list.includes(wanted));
    }
    case 'range':
      return inRange(value, test.from, test.until);
  }
}

function strings(value: unknown): readonly string[] | undefined {
  const list = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return list.every((item) => typeof item === 'string') ? list : undefined;
}

/** Bounds are inclusive; dates compare as ISO 8601 text. A date less precise than a bound is an unknown value. */
function inRange(value: unknown, from: string | number | undefined, until: string | number | undefined): Truth {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  if (!comparable(value, from) || !comparable(value, until)) return undefined;
  if (from !== undefined && value < from) return false;
  return until === undefined || value <= until;
}

function comparable(value: string | number, bound: string | number | undefined): boolean {
  if (bound === undefined) return true;
  if (typeof value === 'string') return typeof bound === 'string' && value.length === bound.length;
  return typeof bound === 'number';
}

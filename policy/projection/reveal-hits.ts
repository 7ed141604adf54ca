import type { EntityType } from '../../schema/contract.ts';
import { bareObject } from '../bare-object.ts';
import { own } from '../own.ts';
import { evaluate, type Row } from '../condition/evaluate.ts';
import type { Grant } from '../grant.ts';
import type { Disclosure } from '../rule.ts';
import type { CheckedKeys, HitKeys, HitPlan } from './hit-plan.ts';
import { isNamed, revealConflict, type RevealedConflict } from './reveal-conflict.ts';

/**
 * Takes out of a hub's answer what the grant does not disclose of each hit, and what was added to check it. What cannot
 * be told to be disclosed is not.
 *
 * What a hub that lies can still do: withhold hits, count and page wrongly, and, by labels that it invents, say that an
 * object exists or name it as far as some clause would disclose one with such labels. It cannot say so of an originator
 * that shares nothing, nor disclose any content: that comes from the originator, under its own labels and its own lock.
 * INVARIANT: it recurs by the plan, and by no more lists in lists than any schema has.
 */
export function revealHits(plan: HitPlan, value: unknown, grant: Grant): unknown {
  return reveal(plan, value, { grant, conflict: undefined });
}

interface Revealing {
  readonly grant: Grant;
  /** The conflict that leads here. */
  readonly conflict: RevealedConflict | undefined;
}

function reveal(plan: HitPlan, value: unknown, by: Revealing, lists = MOST_LISTS): unknown {
  if (Array.isArray(value)) {
    return lists === 0 ? null : value.map((item) => reveal(plan, item, by, lists - 1));
  }
  if (!isObject(value) || (plan.children.size === 0 && plan.hits.size === 0)) return value;
  const kind = kindOf(plan, value);
  if (kind === 'unknown') return null;
  const shown = kind === 'other' ? Object.assign(bareObject(), value) : withoutAdded(value, kind);
  const conflict = kind !== 'other' && kind.is === 'conflict' ? revealConflict(kind, value, by.grant) : by.conflict;
  for (const [key, child] of plan.children) {
    if (Object.hasOwn(shown, key)) shown[key] = reveal(child, shown[key], { ...by, conflict });
  }
  return kind === 'other' ? shown : revealChecked(kind, value, shown, { ...by, conflict });
}

function revealChecked(
  keys: CheckedKeys,
  answered: Readonly<Record<string, unknown>>,
  shown: Record<string, unknown>,
  { grant, conflict }: Revealing,
): Record<string, unknown> | null {
  switch (keys.is) {
    case 'hit':
      return revealHit(keys, answered, shown, grant);
    case 'party':
      return isNamed(keys, answered, conflict, grant) ? shown : null;
    case 'conflict':
      if (!conflict) return null;
      for (const key of keys.disclosure) if (conflict.disclosure === 'EXISTS') shown[key] = 'EXISTS';
      return shown;
  }
}

const MOST_LISTS = 8;

/** What hit an object is. Where it may be one of several and does not say which, nobody knows how to check it. */
function kindOf(
  { hits, abstract }: HitPlan,
  value: Readonly<Record<string, unknown>>,
): CheckedKeys | 'other' | 'unknown' {
  if (hits.size === 0) return 'other';
  const [only, ...more] = hits.values();
  if (!abstract && more.length === 0) return only!;
  const typename = typenameOf(value);
  if (typename === undefined) return 'unknown';
  return hits.get(typename) ?? (abstract ? 'other' : 'unknown');
}

const RANK: readonly Disclosure[] = ['EXISTS', 'CONTACT', 'FULL'];

/** INVARIANT: what was added begins with the prefix, and nothing that was asked for does. */
function withoutAdded(value: Readonly<Record<string, unknown>>, { prefix }: CheckedKeys): Record<string, unknown> {
  const shown = bareObject();
  for (const key of Object.keys(value)) if (!key.startsWith(prefix)) shown[key] = value[key];
  return shown;
}

function revealHit(
  keys: HitKeys,
  answered: Readonly<Record<string, unknown>>,
  hit: Record<string, unknown>,
  grant: Grant,
): Record<string, unknown> | null {
  const { family, prefix } = keys;
  const claimed = RANK.indexOf(own(answered, `${prefix}d`) as Disclosure);
  const originator = codeOf(own(answered, `${prefix}o`));
  const told = own(answered, `${prefix}l`);
  const labels = isObject(told) ? told : {};
  if (originator === undefined || !isAttributed(hit, keys, originator)) return null;
  const level = Math.min(claimed, allowed(grant, originator, { type: family, labels }));
  if (level < 0) return null;
  for (const key of keys.disclosure) hit[key] = RANK[level];
  hidePointers(hit, keys.object, level >= RANK.indexOf('FULL'), originator, keys);
  hidePointers(hit, keys.contact, level >= RANK.indexOf('CONTACT'), originator, keys);
  return hit;
}

/** Whether what the viewer is told of the originator is what the hit was checked by. */
function isAttributed(hit: Readonly<Record<string, unknown>>, keys: HitKeys, originator: string): boolean {
  return keys.originator.every((key) => {
    const code = Object.hasOwn(hit, key) ? codeOf(hit[key]) : undefined;
    return code === undefined || code === originator;
  });
}

/** INVARIANT: a hit leads to its own originator's objects: the levels of one agency open nothing of another. */
function hidePointers(
  hit: Record<string, unknown>,
  keys: readonly string[],
  open: boolean,
  originator: string,
  { ownerOf }: HitKeys,
): void {
  for (const key of keys) {
    const pointer = hit[key];
    const typename = isObject(pointer) ? typenameOf(pointer) : undefined;
    if (!open || typename === undefined || ownerOf(typename) !== originator) hit[key] = null;
  }
}

function allowed(grant: Grant, originator: string, row: Row): number {
  const levels = grant.levels(originator, row.type as EntityType);
  for (let rank = RANK.length - 1; rank >= 0; rank -= 1) if (evaluate(levels[RANK[rank]!], row) === true) return rank;
  return -1;
}

function codeOf(value: unknown): string | undefined {
  return isObject(value) && typeof value['code'] === 'string' ? value['code'] : undefined;
}

function typenameOf(value: Readonly<Record<string, unknown>>): string | undefined {
  return Object.hasOwn(value, '__typename') && typeof value['__typename'] === 'string'
    ? value['__typename']
    : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

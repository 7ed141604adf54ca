import type { EntityType } from '../../schema/contract.ts';

/** Where hits, and conflicts, stand in a hub's answer, and under which keys. */
export interface HitPlan {
  readonly children: ReadonlyMap<string, HitPlan>;
  /** What may stand here that is checked, by type. None: an object of another kind. */
  readonly hits: ReadonlyMap<string, CheckedKeys>;
  /** Objects of other types may stand here too: each tells its own, as Apollo asks of every abstract type. */
  readonly abstract: boolean;
}

/** What is read of an object that is checked. */
export type CheckedKeys = HitKeys | ConflictKeys | PartyKeys;

/** What is read of a hit. */
export interface HitKeys {
  readonly is: 'hit';
  readonly family: EntityType;
  readonly prefix: string;
  /** Response keys of the disclosure, of the originator, of the pointer to the object, and of the contact. */
  readonly disclosure: readonly string[];
  readonly originator: readonly string[];
  readonly object: readonly string[];
  readonly contact: readonly string[];
  /** The agency whose objects are of a type. */
  readonly ownerOf: (typename: string) => string | undefined;
}

/** What is read of a conflict. */
export interface ConflictKeys {
  readonly is: 'conflict';
  readonly prefix: string;
  /** Response keys of what is told of the other side. */
  readonly disclosure: readonly string[];
}

/** An agency that a conflict names, or an agency's object that it leads to. */
export interface PartyKeys {
  readonly is: 'party';
  readonly prefix: string;
  /** The agency whose objects are of that type. Undefined: the object is an agency, and tells its code. */
  readonly owner: string | undefined;
}

export const NO_HITS: HitPlan = { children: new Map(), hits: new Map(), abstract: false };

/** One plan for both: for a response key that is selected several times. */
export function mergePlans(a: HitPlan | undefined, b: HitPlan): HitPlan {
  if (!a) return b;
  const children = new Map(a.children);
  for (const [key, child] of b.children) children.set(key, mergePlans(children.get(key), child));
  const hits = new Map(a.hits);
  for (const [type, keys] of b.hits) hits.set(type, mergeKeys(hits.get(type), keys));
  return { children, hits, abstract: a.abstract || b.abstract };
}

/** One set of keys for both, which are of one type. */
function mergeKeys(a: CheckedKeys | undefined, b: CheckedKeys): CheckedKeys {
  if (a?.is === 'conflict' && b.is === 'conflict') return { ...a, disclosure: [...a.disclosure, ...b.disclosure] };
  if (a?.is !== 'hit' || b.is !== 'hit') return b;
  const both = (key: 'disclosure' | 'originator' | 'object' | 'contact') => [...a[key], ...b[key]];
  return {
    ...a,
    disclosure: both('disclosure'),
    originator: both('originator'),
    object: both('object'),
    contact: both('contact'),
  };
}

import type { EntityType } from '../../schema/contract.ts';

/** Where hits stand in a hub's answer, and under which keys. */
export interface HitPlan {
  readonly children: ReadonlyMap<string, HitPlan>;
  /** What hits may stand here, by type. None: an object of another kind. */
  readonly hits: ReadonlyMap<string, HitKeys>;
  /** Objects of other types may stand here too: each tells its own, as Apollo asks of every abstract type. */
  readonly abstract: boolean;
}

/** What is read of a hit. */
export interface HitKeys {
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

/** One set of keys for both. */
export function mergeKeys(a: HitKeys | undefined, b: HitKeys): HitKeys {
  if (!a) return b;
  const both = (key: 'disclosure' | 'originator' | 'object' | 'contact') => [...a[key], ...b[key]];
  return {
    ...a,
    disclosure: both('disclosure'),
    originator: both('originator'),
    object: both('object'),
    contact: both('contact'),
  };
}

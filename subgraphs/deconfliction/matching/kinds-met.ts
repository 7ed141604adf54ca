import { featureIn } from '../../../matching/blind-uuid.ts';
import { ENOUGH_BITS, bitsOf } from '../../../matching/names-in-common.ts';
import type { SelectorKind } from '../../../schema/selectors.ts';

/** One selector that two targets have in common. */
export interface Agreeing {
  /** What it may be to the one, and to the other. */
  readonly mine: readonly SelectorKind[];
  readonly theirs: readonly SelectorKind[];
  /** 16 bytes, as a UUID: of a name, the first says which feature of it they have in common. */
  readonly blind: string;
}

type Kinds = readonly SelectorKind[];

/**
 * By which selectors two targets meet: each with the kinds that it may be. Most selectors are of one thing alone, and one
 * is enough; of names, enough features must agree, in cases as in what is declared.
 */
export function kindsMet(agreeing: readonly Agreeing[]): readonly Kinds[] {
  const met = agreeing
    .map(({ mine, theirs, blind }) => ({ kinds: mine.filter((kind) => theirs.includes(kind)), blind }))
    .filter(({ kinds }) => kinds.length > 0);
  const others = met.filter(({ kinds }) => !isOfNames(kinds)).map(({ kinds }) => kinds);
  const names = [...ENOUGH_BITS].flatMap(([name, enough]) => {
    const features = met.filter(({ kinds }) => kinds.includes(name)).map(({ blind }) => featureIn(blind));
    return bitsOf(features) >= enough ? [[name]] : [];
  });
  return [...new Map([...others, ...names].map((kinds) => [[...kinds].sort().join(), kinds])).values()];
}

/** Whether what may be of these kinds is a key of a name. */
export function isOfNames(kinds: Kinds): boolean {
  return kinds.some((kind) => ENOUGH_BITS.has(kind));
}

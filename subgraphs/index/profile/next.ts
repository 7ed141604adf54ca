import { blindOfUuid, featureIn } from '../../../matching/blind-uuid.ts';
import { isNameKind, rankOf } from '../../../matching/evidence.ts';
import { ENOUGH_BITS } from '../../../matching/names-in-common.ts';
import type { Sought } from '../search/sought.ts';
import type { Figure, Known } from './figures.ts';

/** How many selectors are followed from one step to the next. */
const MOST_SELECTORS = 200;
const MOST_NAMED = 20;

/** What leads on from figures: what is issued to one alone first, then what may be shared, and at last names. */
export function leadingOn(
  figures: readonly Figure[],
  followed: ReadonlySet<string>,
  names: 'names too' | 'no names',
): readonly Sought[] {
  const shown = figures.map((figure) => [...figure.selectors.values()].filter((one) => one.coordinates.size > 0));
  const exact = shown.flat().filter(({ kind, blind }) => !isNameKind(kind) && !followed.has(blind));
  const distinct = [...new Map(exact.map((known) => [known.blind, known])).values()];
  const numbers = distinct.sort(byRank).slice(0, MOST_SELECTORS).map(exactly);
  return names === 'names too' ? [...numbers, ...shown.flatMap(byName).slice(0, MOST_NAMED)] : numbers;
}

function byRank(a: Known, b: Known): number {
  return rankOf(a.kind) - rankOf(b.kind) || (a.blind < b.blind ? -1 : 1);
}

function exactly({ kind, blind }: Known): Sought {
  return { kind, tokens: [{ epoch: 0, blind: blindOfUuid(blind) }] };
}

/** Whoever has enough of a name in common to be worth a look. */
function byName(shown: readonly Known[]): readonly Sought[] {
  const names = shown.filter(({ kind }) => isNameKind(kind));
  const kind = names[0]?.kind;
  if (kind === undefined) return [];
  const blinds = [...new Set(names.map(({ blind }) => blind))].sort();
  const tokens = blinds.map((blind) => ({ epoch: 0, feature: featureIn(blind), blind: blindOfUuid(blind) }));
  return [{ kind, tokens, least: ENOUGH_BITS.get(kind)! }];
}

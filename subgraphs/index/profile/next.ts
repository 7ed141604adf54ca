import { blindOfUuid, featureIn } from '../../../matching/blind-uuid.ts';
import { isNameKind, rankOf } from '../../../matching/evidence.ts';
import { ENOUGH_BITS, bitsOf } from '../../../matching/names-in-common.ts';
import type { Sought } from '../search/sought.ts';
import type { Figure, Known } from './figures.ts';
import type { Leading } from './find.ts';
import type { SoughtKeys } from './sought-keys.ts';

/** How many selectors are followed from one step to the next. */
const MOST_SELECTORS = 200;
const MOST_NAMED = 20;

/**
 * What leads on from figures: what is issued to one alone first, then what may be shared, and at last names.
 * @param named what the profile is of, where names lead on, too
 */
export function leadingOn(
  figures: readonly Figure[],
  followed: ReadonlySet<string>,
  named: SoughtKeys | undefined,
): readonly Leading[] {
  const shown = figures.map((figure) => [...figure.selectors.values()].filter((one) => one.coordinates.size > 0));
  const exact = shown.flat().filter(({ kind, blind }) => !isNameKind(kind) && !followed.has(blind));
  const distinct = [...new Map(exact.map((known) => [known.blind, known])).values()];
  const numbers = distinct.sort(byRank).slice(0, MOST_SELECTORS).map(exactly);
  return named ? [...numbers, ...namesIn(shown, named)] : numbers;
}

function byRank(a: Known, b: Known): number {
  return rankOf(a.kind) - rankOf(b.kind) || (a.blind < b.blind ? -1 : 1);
}

function exactly({ kind, blind }: Known): Sought {
  return { kind, tokens: [{ epoch: 0, blind: blindOfUuid(blind) }] };
}

/**
 * The names of figures. One that is like another that is looked for finds mostly the same: without that, each agency's spelling
 * of one name would be another member for the same thing that is only told of.
 */
function namesIn(shown: readonly (readonly Known[])[], sought: SoughtKeys): readonly Leading[] {
  const apart: ReadonlySet<string>[] = [new Set(sought.blinds)];
  return shown
    .map((known) => known.filter(({ kind }) => isNameKind(kind)))
    .filter((keys) => keys.length > 0)
    .slice(0, MOST_NAMED)
    .map((keys) => {
      const isVariant = apart.some((others) => isLike(keys, others));
      if (!isVariant) apart.push(new Set(keys.map(({ blind }) => blind)));
      return { ...byName(keys), isVariant };
    });
}

/** Whether a name has enough in common with another to be worth a look. */
function isLike(keys: readonly Known[], others: ReadonlySet<string>): boolean {
  const shared = keys.filter(({ blind }) => others.has(blind));
  return bitsOf(shared.map(({ blind }) => featureIn(blind))) >= ENOUGH_BITS.get(keys[0]!.kind)!;
}

/** Whoever has enough of a name in common to be worth a look. */
function byName(keys: readonly Known[]): Sought {
  const { kind } = keys[0]!;
  const blinds = [...new Set(keys.map(({ blind }) => blind))].sort();
  const tokens = blinds.map((blind) => ({ epoch: 0, feature: featureIn(blind), blind: blindOfUuid(blind) }));
  return { kind, tokens, least: ENOUGH_BITS.get(kind)! };
}

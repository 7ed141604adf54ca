import { POSSIBLY_THE_SAME, evidenceOf, type InCommon } from '../../../matching/evidence.ts';
import type { Coordinate } from '../../../schema/contract.ts';
import type { SelectorKind } from '../../../schema/selectors.ts';
import type { Figure, Known } from './figures.ts';
import { grouped } from './grouped.ts';

/** Why two figures may be one and the same. */
export interface Link {
  readonly from: Figure;
  readonly to: Figure;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** What two have in common of one kind. */
export interface Reason {
  readonly kind: SelectorKind;
  /** Where the viewer is shown it of either. */
  readonly coordinates: readonly Coordinate[];
  /** What it would tell alone. */
  readonly score: number;
}

/** A selector that so many figures have tells nothing of any two of them. */
const MOST_WITH_ONE = 200;

/**
 * INVARIANT: less than stands for one and the same. In a record or a case of which no subject is shown there may be several,
 * and nobody knows which of them has what: it joins nobody, and joins no two others.
 */
const WITH_SOMEBODY_UNSHOWN = 0.99;

/**
 * All links between figures that may be one and the same.
 *
 * INVARIANT: none between two that are only told of: nothing joins what one selector leads to with what another does.
 */
export function linksBetween(figures: readonly Figure[]): readonly Link[] {
  return pairsIn(figures).flatMap(([from, to]) => {
    if (areTwo(from, to) || (from.isTold && to.isTold)) return [];
    const shared = sharedBy(from, to);
    const kinds = [...grouped(shared, ({ kind }) => kind).values()].sort((a, b) => (a[0]!.kind < b[0]!.kind ? -1 : 1));
    const { score, scores } = evidenceOf(kinds.map(inCommonOf));
    if (score < POSSIBLY_THE_SAME) return [];
    const most = from.subject && to.subject ? 1 : WITH_SOMEBODY_UNSHOWN;
    const reasons = kinds.map((of, at) => ({
      kind: of[0]!.kind,
      coordinates: [...new Set(of.flatMap(({ coordinates }) => coordinates))].sort(),
      score: Math.min(most, scores[at]!),
    }));
    return [{ from, to, score: Math.min(most, score), reasons: reasons.sort((a, b) => b.score - a.score) }];
  });
}

/** Every two that have any selector in common, each pair once. */
function pairsIn(figures: readonly Figure[]): readonly (readonly [Figure, Figure])[] {
  const holders = grouped(
    figures.flatMap((figure, at) => [...figure.selectors.keys()].map((identity) => ({ identity, at }))),
    ({ identity }) => identity,
  );
  const pairs = new Map<string, readonly [number, number]>();
  for (const of of holders.values()) {
    if (of.length > MOST_WITH_ONE) continue;
    of.forEach(({ at: from }, position) => {
      for (const { at: to } of of.slice(position + 1)) pairs.set(`${from} ${to}`, [from, to]);
    });
  }
  return [...pairs.values()]
    .sort(([a, b], [c, d]) => a - c || b - d)
    .map(([from, to]) => [figures[from]!, figures[to]!] as const);
}

/** Of two kinds; or two in one record or case, as its originator says. */
function areTwo(one: Figure, other: Figure): boolean {
  if (one.subject && other.subject && one.subject.type !== other.subject.type) return true;
  return one.hits.some((hit) => other.hits.includes(hit));
}

interface Shared {
  readonly kind: SelectorKind;
  readonly feature: number | undefined;
  readonly coordinates: readonly Coordinate[];
}

function sharedBy(one: Figure, other: Figure): readonly Shared[] {
  return [...one.selectors].flatMap(([identity, known]) => {
    const same: Known | undefined = other.selectors.get(identity);
    const { kind, feature } = known;
    return same ? [{ kind, feature, coordinates: [...known.coordinates, ...same.coordinates] }] : [];
  });
}

function inCommonOf(shared: readonly Shared[]): InCommon {
  const { kind } = shared[0]!;
  const features = shared.flatMap(({ feature }) => (feature === undefined ? [] : [feature]));
  return { kind, features };
}

import type { Coordinate } from '../../../schema/contract.ts';
import type { SelectorKind } from '../../../schema/selectors.ts';
import type { Hit } from '../search/hit.ts';
import { grouped } from './grouped.ts';
import type { Appearance, Seen, Sight, Subject } from './sights.ts';
import type { SoughtKeys } from './sought-keys.ts';

/** Whom the records and cases of a profile are about, each originator's by itself. */
export interface Figure {
  /** Of whoever is not shown in a record or a case there is one in it, or, where it is only told of, one for each way there. */
  readonly key: string;
  readonly originator: string;
  /** Undefined: it is not shown who it is, or what is sought stands in the record itself. */
  readonly subject: Subject;
  /** It is only told that there is something, or whom to call: it is what one selector leads to. */
  readonly isTold: boolean;
  /** Where it appears. */
  readonly hits: readonly Hit[];
  /** What leads to it, and is known to the viewer. */
  readonly selectors: ReadonlyMap<string, Known>;
  /** How much it has in common with what is sought; 0: it was not found by that. */
  readonly relevance: number;
}

/** A selector that the viewer knows: it is what they seek, or they are shown it. */
export interface Known {
  readonly kind: SelectorKind;
  /** Of a name: in what it agrees with another that has it. */
  readonly feature: number | undefined;
  /** Where the viewer is shown it of this figure. */
  readonly coordinates: ReadonlySet<Coordinate>;
  /** As the index keeps it. */
  readonly blind: string;
}

/**
 * The figures of some records and cases.
 *
 * INVARIANT: nothing counts that the viewer could not come to by asking: a selector only where they may find by it, and none
 * but what they seek or are shown in full in one of these records and cases.
 */
export function figuresOf(seen: readonly Seen[], sought: SoughtKeys): readonly Figure[] {
  const sights = seen.flatMap((one) => one.sights);
  const kinds = new Map([
    ...sights.flatMap(({ kind, isShown, identity }) => (isShown && kind ? [[identity, kind] as const] : [])),
    ...sought.identities.map((identity) => [identity, sought.kind] as const),
  ]);
  const figures = new Map<string, Growing>();
  for (const appearance of seen.flatMap((one) => one.appearances)) {
    const { key, hit } = appearance;
    const figure = figures.get(key) ?? growing(appearance);
    if (!figure.hits.includes(hit)) figure.hits.push(hit);
    figures.set(key, figure);
  }
  for (const sight of sights) {
    const kind = kinds.get(sight.identity);
    const figure = figures.get(sight.key);
    if (kind && figure) note(sight, kind, figure);
  }
  for (const { key, relevance } of sightsOfSought(sights, sought)) {
    const figure = figures.get(key)!;
    figure.relevance = Math.max(figure.relevance, relevance);
  }
  const all = [...figures.values()];
  return [...all.filter(({ isTold }) => !isTold), ...all.filter(({ isTold }) => isTold).sort(byWhatIsTold)];
}

/** By what is said; of equals, in the order of what leads there, and as a search by that has them. */
function byWhatIsTold(one: Figure, other: Figure): number {
  const [a, b] = [said(one), said(other)];
  return a === b ? 0 : a < b ? -1 : 1;
}

function said({ originator, hits }: Figure): string {
  return hits.map(({ family, disclosure }) => `${originator} ${family} ${disclosure}`).join();
}

type Growing = {
  -readonly [Part in keyof Figure]: Part extends 'hits'
    ? Hit[]
    : Part extends 'selectors'
      ? Map<string, Known>
      : Figure[Part];
};

function growing({ key, hit: { originator, disclosure }, subject }: Appearance): Growing {
  return { key, originator, subject, isTold: disclosure !== 'FULL', hits: [], selectors: new Map(), relevance: 0 };
}

function note({ identity, feature, blind, coordinate, isShown }: Sight, kind: SelectorKind, figure: Growing): void {
  const known = figure.selectors.get(identity);
  const coordinates = new Set([...(known?.coordinates ?? []), ...(isShown ? [coordinate] : [])]);
  figure.selectors.set(identity, { kind, feature, blind, coordinates });
}

/** What each subject has in common with what is sought, where that is enough to be found by it. */
function sightsOfSought(sights: readonly Sight[], sought: SoughtKeys) {
  const found = grouped(
    sights.filter(({ blind }) => sought.of(blind) !== undefined),
    ({ at }) => at,
  );
  return [...found.values()].flatMap((of) => {
    const relevance = sought.relevanceOf(new Set(of.map(({ identity }) => identity)));
    return relevance === undefined ? [] : [{ key: of[0]!.key, relevance }];
  });
}

import type { Sourced, Titled } from '../../../../profile/told.ts';

/** Where a value stands at one agency, under the same clauses. */
export interface Standing {
  readonly originator: string;
  readonly clauses: readonly string[];
  readonly places: readonly Place[];
}

/** A record or a case. */
export interface Place {
  readonly is: 'record' | 'case';
  readonly id: string;
  /** Undefined: it is not shown. */
  readonly title: string | undefined;
}

/** The sources of a value, agency by agency. */
export function standingsOf(sources: readonly Sourced[], titles: readonly Titled[]): readonly Standing[] {
  const standings = new Map<string, Standing>();
  for (const source of sources) {
    const { originator, clauses } = source;
    const key = JSON.stringify([originator, clauses]);
    const known = standings.get(key) ?? { originator, clauses, places: [] };
    const place = placeOf(source, titles);
    const isKnown = known.places.some(({ id }) => id === place?.id);
    standings.set(key, { ...known, places: place && !isKnown ? [...known.places, place] : known.places });
  }
  return [...standings.values()];
}

function placeOf({ record, case: inCase, originator }: Sourced, titles: readonly Titled[]): Place | undefined {
  const [is, id] = record === undefined ? (['case', inCase] as const) : (['record', record] as const);
  if (id === undefined) return undefined;
  const titled = titles.find((one) => one.originator === originator && one[is] === id);
  return { is, id, title: titled?.title };
}

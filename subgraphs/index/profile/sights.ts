import { featureIn } from '../../../matching/blind-uuid.ts';
import type { ContributedSubject } from '../../../matching/contributed.ts';
import { kindIn, leadsOn } from '../../../matching/evidence.ts';
import type { Grant } from '../../../policy/grant.ts';
import type { Coordinate } from '../../../schema/contract.ts';
import type { SelectorKind } from '../../../schema/selectors.ts';
import type { Hit } from '../search/hit.ts';
import type { Held } from './held.ts';
import { isFoundBy, levelBy, rowOf, showsSubject } from './sight.ts';
import type { SoughtKeys } from './sought-keys.ts';

/** What a viewer may know of a record or a case. */
export interface Seen {
  readonly appearances: readonly Appearance[];
  readonly sights: readonly Sight[];
}

/** Decides what the viewer may know of a record or a case. */
export function seenIn(held: Held, sought: SoughtKeys, grant: Grant): Seen {
  return { appearances: appearancesIn(held, grant), sights: sightsIn(held, sought, grant) };
}

/** Who a subject is. Undefined: it is not shown, or what is sought stands in the record itself. */
export type Subject = Pick<ContributedSubject, 'id' | 'type'> | undefined;

/** A selector of one subject in one record or case, by which the viewer may find it. */
export interface Sight {
  readonly key: string;
  /** Which subject of which record or case, though it be not shown: by that is decided what is found. */
  readonly at: string;
  readonly identity: string;
  /** Of a name: in what it agrees with another that has it. */
  readonly feature: number | undefined;
  readonly blind: string;
  /** Undefined: of what stands in a record itself the index does not know the kind. */
  readonly kind: SelectorKind | undefined;
  readonly coordinate: Coordinate;
  readonly isShown: boolean;
}

/**
 * The selectors that count: those by which alone a search finds the record or the case at the level of the hit. Of what is
 * shown as a whole only those do that are shown with it: by what another clause lets be found and not shown, that it is
 * there could be told from what it has in common with others. Of what is only told of, only those do by which no more of it
 * is told: else it would be known to be one of those that are shown.
 */
function sightsIn(held: Held, sought: SoughtKeys, grant: Grant): readonly Sight[] {
  const { hit, entries } = held;
  return entries.flatMap(({ blind, source, place }) => {
    const row = rowOf(held, place);
    const isSubject = place !== null && showsSubject(hit, row, grant);
    if (levelBy(source, row, hit, grant) !== hit.disclosure) return [];
    const isShown = isSubject && leadsOn(source) && isFoundBy('FULL', source, row, hit, grant);
    const key = keyOf(hit, isSubject ? held.subjects[place] : undefined);
    const { identity, feature } = sought.of(blind) ?? { identity: blind, feature: featureIn(blind) };
    const kind = leadsOn(source) ? kindIn(source) : undefined;
    return [
      {
        key,
        at: `${hit.id} ${hit.disclosure} ${place}`,
        identity,
        feature,
        blind,
        kind,
        coordinate: source.coordinate,
        isShown,
      },
    ];
  });
}

export interface Appearance {
  readonly key: string;
  readonly hit: Hit;
  readonly subject: Subject;
}

/** Every subject that is shown; and of each record and case one of whom nothing is. */
function appearancesIn(held: Held, grant: Grant): readonly Appearance[] {
  const { hit, subjects } = held;
  const shown = subjects.filter((_, place) => showsSubject(hit, rowOf(held, place), grant));
  const known = shown.map((subject) => ({ key: keyOf(hit, subject), hit, subject }));
  return [...known, { key: keyOf(hit, undefined), hit, subject: undefined }];
}

/** INVARIANT: what is shown, and what is only told of, have no key in common, though they be one. */
function keyOf({ originator, family, id, disclosure }: Hit, subject: Subject): string {
  return subject ? `${originator} ${subject.type} ${subject.id}` : `${originator} ${family} ${id} ${disclosure}`;
}

import { featureIn, uuidOfBlind } from '../../../matching/blind-uuid.ts';
import type { ContributedSubject } from '../../../matching/contributed.ts';
import { kindIn, leadsOn } from '../../../matching/evidence.ts';
import { bitsOf } from '../../../matching/names-in-common.ts';
import type { Grant } from '../../../policy/grant.ts';
import type { Coordinate } from '../../../schema/contract.ts';
import type { SelectorKind } from '../../../schema/selectors.ts';
import type { Hit } from '../search/hit.ts';
import { isByName } from '../search/sought.ts';
import { grouped } from './grouped.ts';
import type { Entry, Held } from './held.ts';
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
  const { hit } = held;
  return countingIn(held, grant).flatMap(({ blind, source, place }) => {
    const row = rowOf(held, place);
    const isSubject = place !== null && showsSubject(hit, row, grant);
    const isShown = isSubject && leadsOn(source) && isFoundBy('FULL', source, row, hit, grant);
    const key = keyOf(held, isSubject ? held.subjects[place] : undefined);
    const { identity, feature } = sought.of(blind) ?? { identity: blind, feature: featureIn(blind) };
    const kind = leadsOn(source) ? kindIn(source) : undefined;
    return [
      {
        key,
        at: `${hit.id} ${key} ${place}`,
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

/**
 * The entries that count. INVARIANT: of what is only told of, those of what led there, and of a name those of one subject,
 * as a search by that alone finds it: what else stands in it, and how many of it are alike, no search would tell.
 */
function countingIn(held: Held, grant: Grant): readonly Entry[] {
  const { hit, entries, by } = held;
  const counting = entries.filter(
    ({ source, place }) => levelBy(source, rowOf(held, place), hit, grant) === hit.disclosure,
  );
  if (hit.disclosure === 'FULL') return counting;
  const blinds = new Set(by.tokens.map(({ blind }) => uuidOfBlind(blind)));
  const led = counting.filter(({ blind }) => blinds.has(blind));
  return isByName(by) ? likestOf([...grouped(led, ({ place }) => String(place)).values()]) : led;
}

/** Those of the subject that has most in common; of equals, the first by what that is, whichever it is. */
function likestOf(bySubject: readonly (readonly Entry[])[]): readonly Entry[] {
  const ranked = bySubject.map((of) => {
    const blinds = [...new Set(of.map(({ blind }) => blind))].sort();
    return { of, bits: bitsOf(blinds.map(featureIn)), name: blinds.join() };
  });
  return ranked.sort((a, b) => b.bits - a.bits || (a.name < b.name ? -1 : 1))[0]?.of ?? [];
}

export interface Appearance {
  readonly key: string;
  readonly hit: Hit;
  readonly subject: Subject;
}

/** Every subject that is shown; and of each record and case one of whom nothing is: of what is only told of, for each way there. */
function appearancesIn(held: Held, grant: Grant): readonly Appearance[] {
  const { hit, subjects } = held;
  const shown = subjects.filter((_, place) => showsSubject(hit, rowOf(held, place), grant));
  const known = shown.map((subject) => ({ key: keyOf(held, subject), hit, subject }));
  return [...known, { key: keyOf(held, undefined), hit, subject: undefined }];
}

/**
 * INVARIANT: what is shown, and what is only told of, have no key in common, though they be one; nor has what is only told
 * of where one selector leads with what is where another does.
 */
function keyOf({ hit, by }: Held, subject: Subject): string {
  const { originator, family, id, disclosure } = hit;
  if (subject) return `${originator} ${subject.type} ${subject.id}`;
  const way = disclosure === 'FULL' ? [] : by.tokens.map(({ blind }) => blind);
  return [originator, family, id, disclosure, ...way].join(' ');
}

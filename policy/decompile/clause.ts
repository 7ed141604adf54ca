import type {
  Clause,
  DeconflictionDuty,
  Obligations,
  PurposeScope,
  Share,
  ViewerScope,
  Withhold,
} from '../agreement.ts';
import type { Duty } from '../duty.ts';
import type { Rule } from '../rule.ts';
import { present, sortedTexts } from './sorted.ts';
import { normalWhere } from './where.ts';

/** Codes from which and to which a clause speaks. */
export interface Ends {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** A clause that shares or withholds, in normal form. Undefined: it speaks of nothing. */
export function normalClause({ id, text, share, withhold }: Clause, rule: Rule, ends: Ends): Clause | undefined {
  if (isEmpty(ends) || speaksOfNothing(rule)) return undefined;
  if (share) return { id, text, share: { ...scope(share, rule, ends), ...terms(rule) } };
  return withhold && { id, text, withhold: scope(withhold, rule, ends) };
}

/** A duty of de-confliction, in normal form. */
export function normalDuty({ id, text, deconflict }: Clause, ends: Ends): Clause | undefined {
  if (!deconflict || isEmpty(ends)) return undefined;
  const { selectors, areas, hold, ...rest } = deconflict;
  const lists = { selectors: listed(selectors), areas: listed(areas), hold };
  return { id, text, deconflict: { ...rest, ...ends, ...present(lists) } as DeconflictionDuty };
}

/** From and to whom a duty stands. */
export function endsOfDuty({ from, to }: Duty, isAgency: (code: string) => boolean): Ends {
  return { from: sortedTexts([...from].filter(isAgency)), to: sortedTexts([...to].filter(isAgency)) };
}

function isEmpty({ from, to }: Ends): boolean {
  return from.length === 0 || to.length === 0;
}

/**
 * INVARIANT: a withholding clause whose categories hold no field closes none. Without them it would close every one, so
 * it is left out.
 */
function speaksOfNothing({ effect, disclosure, coordinates }: Rule): boolean {
  return coordinates?.size === 0 && (effect === 'withhold' || disclosure === 'FULL');
}

function scope(source: Share | Withhold, rule: Rule, ends: Ends): Ends & Withhold {
  return {
    ...ends,
    ...present({
      records: listed(source.records),
      cases: source.cases,
      dataSubjects: listed(source.dataSubjects),
      coordinates: rule.coordinates?.size ? listed(rule.coordinates) : undefined,
      where: normalWhere(source.where),
      for: purpose(rule.purpose),
      viewer: viewer(rule.viewer),
    }),
  } as Ends & Withhold;
}

function terms({ disclosure, override, obligations, ...rule }: Rule): Partial<Share> {
  const all = {
    disclosure: disclosure === 'FULL' ? undefined : disclosure,
    treatments: treatments({ disclosure, ...rule }),
    override,
    obligations: present<Obligations>(obligations ?? {}),
  };
  return (present(all) ?? {}) as Partial<Share>;
}

/** Only of what the clause shows: its own fields and, where it tells whom to call, those of the contact. */
function treatments({ treatments, coordinates, disclosure }: Pick<Rule, 'treatments' | 'coordinates' | 'disclosure'>) {
  const shown = ([coordinate]: readonly [string, string]) =>
    coordinates?.has(coordinate) || (disclosure === 'CONTACT' && coordinate.startsWith('LiaisonContact.'));
  const treated = Object.entries(treatments).filter(([, treatment]) => treatment !== 'full');
  return Object.fromEntries(treated.filter(shown).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function purpose({ areas, uses, searches, stage, minPenaltyMonths }: PurposeScope) {
  return present({
    areas: listed(areas),
    uses: listed(uses),
    searches: listed(searches),
    stage: stage === 'hit' ? undefined : stage,
    minPenaltyMonths,
  });
}

function viewer({ roles, trainings, clearance, officers, contactPoint }: ViewerScope) {
  return present({
    roles: listed(roles),
    trainings: listed(trainings),
    clearance,
    officers: listed(officers),
    contactPoint,
  });
}

function listed(texts: Iterable<string> | undefined): readonly string[] | undefined {
  return texts && sortedTexts(texts);
}

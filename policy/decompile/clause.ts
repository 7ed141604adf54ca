import type { Clause, DeconflictionDuty, PurposeScope, Share, ViewerScope, Withhold } from '../agreement.ts';
import type { Duty } from '../duty.ts';
import type { Rule } from '../rule.ts';
import { present, sortedTexts } from './sorted.ts';
import { normalWhere } from './where.ts';

/** Codes from which and to which a clause speaks. */
export interface Ends {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** A clause that shares or withholds, in normal form. */
export function normalClause({ id, text, share, withhold }: Clause, rule: Rule, ends: Ends): Clause | undefined {
  if (share) return { id, text, share: { ...scope(share, rule, ends), ...terms(share, rule) } };
  return withhold && { id, text, withhold: scope(withhold, rule, ends) };
}

/** A duty of de-confliction, in normal form. */
export function normalDuty({ id, text, deconflict }: Clause, ends: Ends): Clause | undefined {
  if (!deconflict || ends.from.length === 0 || ends.to.length === 0) return undefined;
  const { selectors, areas, hold, ...rest } = deconflict;
  const lists = { selectors: listed(selectors), areas: listed(areas), hold };
  return { id, text, deconflict: { ...rest, ...ends, ...present(lists) } as DeconflictionDuty };
}

/** From and to whom a duty stands. */
export function endsOfDuty({ from, to }: Duty, isAgency: (code: string) => boolean): Ends {
  return { from: sortedTexts([...from].filter(isAgency)), to: sortedTexts([...to].filter(isAgency)) };
}

/**
 * Whether a clause has no effect, whoever it stands between.
 * INVARIANT: a withholding clause whose categories hold no field closes none. Without them it would close every one, so
 * it is left out.
 */
export function speaksOfNothing({ effect, disclosure, coordinates }: Rule): boolean {
  return coordinates?.size === 0 && (effect === 'withhold' || disclosure === 'FULL');
}

function scope(source: Share | Withhold, rule: Rule, ends: Ends): Withhold {
  const { records, cases, dataSubjects, where } = source;
  const objects = { records: listed(records), cases, dataSubjects: listed(dataSubjects), where: normalWhere(where) };
  const coordinates = rule.coordinates?.size ? listed(rule.coordinates) : undefined;
  const asks = { for: purpose(rule.purpose), viewer: normalised(rule.viewer) };
  return { ...ends, ...present({ ...objects, coordinates, ...asks }) } as Withhold;
}

/**
 * What a sharing clause says beside its scope; who takes part in which way is carried out in its ends.
 * INVARIANT: a term that is not known here stays as it is: left out, the clause might open more.
 */
function terms(share: Share, rule: Rule): Partial<Share> {
  const { disclosure, obligations, ...all } = share;
  const more = Object.entries(all).filter(([name]) => !CARRIED_OUT.has(name));
  const terms = {
    disclosure: disclosure === 'FULL' ? undefined : disclosure,
    ...Object.fromEntries(more),
    treatments: treatments(rule),
    obligations: obligations && present(obligations),
  };
  return (present(terms) ?? {}) as Partial<Share>;
}

/** Terms that ends and scope have told already. */
const CARRIED_OUT: ReadonlySet<string> = new Set([
  'from',
  'to',
  'participants',
  'reciprocal',
  'records',
  'cases',
  'dataSubjects',
  'categories',
  'coordinates',
  'where',
  'for',
  'viewer',
]);

/** Only of what the clause shows: its own fields and, where it tells whom to call, those of the contact. */
function treatments({ treatments, coordinates, disclosure }: Pick<Rule, 'treatments' | 'coordinates' | 'disclosure'>) {
  const shown = ([coordinate]: readonly [string, string]) =>
    coordinates?.has(coordinate) || (disclosure === 'CONTACT' && coordinate.startsWith('LiaisonContact.'));
  const treated = Object.entries(treatments).filter(([, treatment]) => treatment !== 'full');
  return Object.fromEntries(treated.filter(shown).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function purpose({ stage, ...rest }: PurposeScope) {
  return normalised({ ...rest, ...(stage !== 'hit' && { stage }) });
}

/** With lists in order, and without what is not asked for. */
function normalised(of: PurposeScope | ViewerScope) {
  const entries = Object.entries(of).map(([name, value]: [string, unknown]) => [
    name,
    Array.isArray(value) ? listed(value as readonly string[]) : value,
  ]);
  return present(Object.fromEntries(entries.sort()) as Readonly<Record<string, unknown>>);
}

function listed(texts: Iterable<string> | undefined): readonly string[] | undefined {
  return texts && sortedTexts(texts);
}

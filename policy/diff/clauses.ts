import { contract, type Coordinate, type EntityType } from '../../schema/contract.ts';
import type { RuleBetween } from '../between.ts';
import { ALWAYS } from '../condition/condition.ts';
import { inWords } from '../condition/in-words.ts';
import { entityOf, familiesOf } from '../families.ts';
import type { AgencyEntry } from '../parties.ts';
import type { ClauseId } from '../clause-id.ts';
import { concerns, fingerprintFor } from './fingerprint.ts';
import type { ChangedPairs } from './pairs.ts';

/** The rules about one field, or about whole objects, that are on one side only. */
export interface ChangedRules {
  readonly coordinate: Coordinate;
  readonly before: readonly RuleBetween[];
  readonly after: readonly RuleBetween[];
}

/** What a clause says of a field, in words: `shares where …`. */
export interface ClauseWords {
  readonly id: ClauseId;
  readonly says: string;
}

/** Every field of which something else is said on the other side. */
export function changedRules({ before, after }: ChangedPairs): readonly ChangedRules[] {
  const named = [...before, ...after].flatMap(({ rule }) => [...(rule.coordinates ?? [])]);
  const coordinates = new Set([...contract.governed.keys(), ...named, 'Record', 'Case']);
  return [...coordinates]
    .map((coordinate) => ({
      coordinate,
      before: onlyIn(before, after, coordinate),
      after: onlyIn(after, before, coordinate),
    }))
    .filter((changed) => changed.before.length + changed.after.length > 0);
}

function onlyIn(rules: readonly RuleBetween[], others: readonly RuleBetween[], coordinate: Coordinate) {
  const about = (of: readonly RuleBetween[]) => of.filter(({ rule }) => concerns(rule, coordinate));
  const prints = new Set(about(others).map((other) => fingerprintFor(other, coordinate)));
  return about(rules).filter((rule) => !prints.has(fingerprintFor(rule, coordinate)));
}

/** What a rule says of a field, or of whole objects. */
export function clauseInWords(
  { rule, rows }: RuleBetween,
  coordinate: Coordinate,
  agencies: readonly AgencyEntry[],
): ClauseWords {
  const calls = rule.disclosure === 'CONTACT' && coordinate.startsWith('LiaisonContact.');
  const condition = calls ? ALWAYS : rows(familyOf(coordinate, agencies));
  const where = condition === ALWAYS ? 'on every object' : `where ${inWords(condition)}`;
  const treatment = rule.treatments[coordinate] ?? 'full';
  const how = treatment === 'full' ? '' : ` ${treatment}`;
  const told = rule.disclosure === 'FULL' || calls ? 'shares' : `discloses ${rule.disclosure}`;
  const doing = rule.effect === 'withhold' ? 'withholds' : `${told}${how}`;
  return { id: rule.id, says: `${doing}${rule.override ? ' in spite of all that withholds,' : ''} ${where}` };
}

/** The entity whose labels rules for a field read. */
export function familyOf(coordinate: Coordinate, agencies: readonly AgencyEntry[]): EntityType {
  const type = coordinate.split('.')[0] ?? '';
  const own = agencies.map((agency) => entityOf(type, agency)).find(Boolean);
  return familiesOf(contract).get(type) ?? own ?? 'Record';
}

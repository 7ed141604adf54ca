import { ENTITY_TYPES, type Coordinate } from '../../schema/contract.ts';
import type { RuleBetween } from '../between.ts';
import { keyOf } from '../condition/condition.ts';
import type { Rule } from '../rule.ts';

/** Everything of a rule between two agencies that a decision depends on; its id and its words are not. */
export function fingerprintOf(between: RuleBetween): string {
  const { coordinates, treatments } = between.rule;
  return JSON.stringify([frameOf(between), coordinates && [...coordinates].sort(), treatments]);
}

/** The same, as far as it is about one field. */
export function fingerprintFor(between: RuleBetween, coordinate: Coordinate): string {
  return JSON.stringify([frameOf(between), between.rule.treatments[coordinate] ?? 'full']);
}

/** Whole objects of which a search may tell, in the place of a field. */
export function isObject(coordinate: Coordinate): coordinate is 'Record' | 'Case' {
  return coordinate === 'Record' || coordinate === 'Case';
}

/** Whether a rule is about a field; or about whole objects: whether a search tells of them. */
export function concerns({ coordinates, disclosure }: Rule, coordinate: Coordinate): boolean {
  if (isObject(coordinate)) return disclosure !== 'FULL' || !coordinates;
  if (disclosure === 'CONTACT' && coordinate.startsWith('LiaisonContact.')) return true;
  return coordinates ? coordinates.has(coordinate) : !coordinate.startsWith('LiaisonContact.');
}

function frameOf(between: RuleBetween): string {
  const known = frames.get(between);
  if (known !== undefined) return known;
  const { rule, rows } = between;
  const { effect, override, consent, purpose, viewer, disclosure, obligations } = rule;
  const frame = JSON.stringify([
    [effect, override, consent, disclosure, purpose, viewer],
    [obligations?.evidence, obligations?.quotas],
    ENTITY_TYPES.map((family) => keyOf(rows(family))),
  ]);
  frames.set(between, frame);
  return frame;
}

const frames = new WeakMap<RuleBetween, string>();

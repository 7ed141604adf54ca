import { rulesBetween } from '../../../policy/between.ts';
import { NEVER } from '../../../policy/condition/condition.ts';
import { obstaclesOf } from '../../../policy/obstacle.ts';
import type { ClauseId } from '../../../policy/rule.ts';
import type { Coordinate } from '../../../schema/contract.ts';
import { purposes, selfAndWider } from '../../../schema/purposes.ts';
import type { Family } from '../columns.ts';
import type { IndexRequest } from '../request.ts';

/** The clauses by which an originator is told, and nobody else, of a search that reads these fields. */
export function silentClauses(
  originator: string,
  family: Family,
  coordinates: readonly Coordinate[],
  { caller: { viewer, purpose, spent }, ruleset, agencies }: IndexRequest,
): readonly ClauseId[] {
  if (!purpose) return [];
  const areas = selfAndWider(purposes.areas, purpose.area);
  const uses = selfAndWider(purposes.uses, purpose.use);
  const question = { recipient: viewer, purpose, areas, uses, spent: new Set(spent) };
  const entries = new Map(agencies.map((entry) => [entry.code, entry]));
  return rulesBetween(ruleset.rules, originator, viewer.agency, entries)
    .filter(({ rule, rows }) => rule.disclosure === 'SILENT' && rows(family) !== NEVER)
    .filter(({ rule }) => coordinates.some((coordinate) => rule.coordinates?.has(coordinate)))
    .filter(({ rule }) => obstaclesOf(rule, question).length === 0)
    .map(({ rule }) => rule.id);
}

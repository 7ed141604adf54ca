import { foundAnyhow } from '../../../policy/cell.ts';
import { ALWAYS, allOf, anyOf, type Condition } from '../../../policy/condition/condition.ts';
import type { Grant } from '../../../policy/grant.ts';
import type { Coordinate } from '../../../schema/contract.ts';
import type { SelectorSource } from '../../../schema/selectors.ts';
import { conditionSql } from '../../kit/sql/condition.ts';
import { and, or, raw, sql, type Sql } from '../../kit/sql/fragments.ts';
import { pointerPlace } from '../sql/place.ts';
import { typeSql } from './hits-sql.ts';
import { bySubjectSql, type Finding } from './matches-sql.ts';
import type { Search } from './search.ts';
import { coordinatesBehind } from './sought.ts';

/** A search, asked of the originators that have SILENT clauses. */
export interface SilentSearch {
  readonly search: Search;
  /** Whether everything that is sought must lead to a pointer, or each is a search by itself. */
  readonly sought: 'all' | 'each';
  readonly originators: readonly string[];
  readonly grant: Grant;
}

/**
 * Whether the originator of `told` holds a pointer that the search finds, by fields that a SILENT clause names or the
 * searcher may search by, at least one by such a clause: else a search for something more would go unnoticed. The searcher
 * is told nothing of it, at whatever level they might have been told of what else they search by.
 * INVARIANT: of a search by selectors all that they lead to is looked at, whatever is found first.
 */
export function heldSilently(asked: SilentSearch): Sql {
  const { search } = asked;
  const held = or(asked.originators.map((originator) => heldBy(originator, asked)));
  const where = and([typeSql(search.family), ...search.terms.map((term) => term.where), held]);
  if (search.sought.length === 0)
    return sql`EXISTS (SELECT FROM (SELECT *, FALSE AS silent FROM pointer) AS pointed
      WHERE pointed.originator = told.originator AND ${where})`;
  return sql`told.originator IN (
    SELECT pointed.originator FROM (${matchedSql(asked)}) AS matched (found, silent)
    CROSS JOIN LATERAL (SELECT *, matched.silent FROM pointer WHERE pointer.id = matched.found LIMIT 1) AS pointed
    WHERE ${where})`;
}

function matchedSql({ search: { family, sought }, sought: which, originators, grant }: SilentSearch): Sql {
  const findings = originators.map((originator) => findingOf(originator, grant));
  const matches = sql`
    SELECT term, id, bool_or(silent IS NOT NULL) AS silent
    FROM (${bySubjectSql(sought, family, ['held', 'silent'], findings)}) AS of_subject
    WHERE held >= least GROUP BY term, id`;
  if (which === 'each') return sql`SELECT id, silent FROM (${matches}) AS matches`;
  return sql`SELECT id, bool_or(silent) FROM (${matches}) AS matches
    GROUP BY id HAVING count(*) = ${sought.length}::int`;
}

function findingOf(originator: string, grant: Grant): Finding<'held' | 'silent'> {
  const silent = (coordinate: Coordinate) => grant.cell(originator, coordinate).silent;
  const held = (source: SelectorSource) =>
    allOf(coordinatesBehind(source).map((coordinate) => findable(originator, coordinate, grant)));
  return {
    originators: [originator],
    ways: {
      held: { rows: held, around: ALWAYS },
      silent: {
        rows: (source) => allOf([held(source), anyOf(coordinatesBehind(source).map(silent))]),
        around: ALWAYS,
      },
    },
  };
}

function findable(originator: string, coordinate: Coordinate, grant: Grant): Condition {
  const cell = grant.cell(originator, coordinate);
  return anyOf([cell.silent, foundAnyhow(cell)]);
}

function heldBy(originator: string, { search: { family, terms }, grant }: SilentSearch): Sql {
  const place = pointerPlace(family);
  const coordinates = terms.flatMap(({ coordinate }) => (coordinate === undefined ? [] : [coordinate]));
  const silent = coordinates.map((coordinate) => conditionSql(grant.cell(originator, coordinate).silent, place));
  return and([
    sql`pointed.originator = ${originator}`,
    conditionSql(grant.levels(originator, family).SILENT, place),
    ...coordinates.map((coordinate) => conditionSql(findable(originator, coordinate, grant), place)),
    or([raw('pointed.silent'), ...silent]),
  ]);
}

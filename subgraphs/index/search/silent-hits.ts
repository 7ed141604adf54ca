import { NEVER, anyOf } from '../../../policy/condition/condition.ts';
import type { Grant } from '../../../policy/grant.ts';
import { toldOf, type Notification } from '../../../platform/notifications/notification.ts';
import { INSERT_NOTIFICATIONS, notificationRow } from '../../../platform/notifications/store.ts';
import type { Coordinate } from '../../../schema/contract.ts';
import { POINTER_TYPES, type Family } from '../columns.ts';
import type { IndexRequest } from '../request.ts';
import { conditionSql } from '../sql/condition.ts';
import { and, or, raw, sql, type Sql } from '../sql/fragments.ts';
import type { Search } from './hits-sql.ts';

/**
 * Tells originators that somebody searched by what a SILENT clause of theirs names, and would have found something.
 * INVARIANT: the searcher learns nothing. Whether there was something is decided, and told, by one statement that runs
 * for every search under a grant with such a clause; nothing of it is in the answer.
 */
export async function tellOfSilentHits(search: Search, request: IndexRequest): Promise<void> {
  const coordinates = search.terms.flatMap(({ coordinate }) => (coordinate === undefined ? [] : [coordinate]));
  const originators = request.agencies.map(({ code }) => code).filter((code) => isSilent(code, search.family, request));
  if (coordinates.length === 0 || originators.length === 0) return;
  const rows = originators.flatMap((originator) => notificationFor(originator, search.family, coordinates, request));
  const { before, after } = INSERT_NOTIFICATIONS;
  await request.database.$executeRaw(sql`
    ${raw(before)} ${JSON.stringify(rows.map(notificationRow))}::jsonb ${raw(after)}
    WHERE told.originator IN (${originatorsFound(search, originators, request.grant)})`);
}

function isSilent(originator: string, family: Family, { grant }: IndexRequest): boolean {
  return grant.levels(originator, family).SILENT !== NEVER;
}

function notificationFor(
  originator: string,
  family: Family,
  coordinates: readonly Coordinate[],
  request: IndexRequest,
): readonly Notification[] {
  const { caller, grant, now } = request;
  const { viewer, purpose } = caller;
  const clauses = grant.silentClauses(originator, family, coordinates);
  if (!purpose || clauses.length === 0) return [];
  return [
    {
      at: now,
      originator,
      kind: 'silent-hit',
      recipient: viewer.agency,
      viewer: viewer.sub,
      purpose: toldOf(purpose),
      clauses,
      coordinates: [...new Set(coordinates)],
      ruleset: grant.ruleset,
    },
  ];
}

/** Those that hold a pointer that the search finds, by fields that a SILENT clause names or the searcher may search by. */
function originatorsFound({ family, terms }: Search, originators: readonly string[], grant: Grant): Sql {
  const silent = originators.map((originator) => {
    const { SILENT } = grant.levels(originator, family);
    const cells = terms.flatMap(({ coordinate }) => (coordinate ? [grant.cell(originator, coordinate)] : []));
    return and([
      sql`originator = ${originator}`,
      conditionSql(SILENT, family),
      ...cells.map((cell) => conditionSql(anyOf([cell.silent, cell.match]), family)),
      or(cells.map((cell) => conditionSql(cell.silent, family))),
    ]);
  });
  const type = raw(`'${POINTER_TYPES[family]}'`);
  return sql`SELECT originator FROM pointer WHERE ${and([sql`type = ${type}`, ...terms.map(({ where }) => where), or(silent)])}`;
}

import { type Sql, join, raw, sqltag as sql } from '@prisma/client/runtime/client';

/** A piece of SQL with its parameters, which every generated client takes. */
export { join, raw, sql, type Sql };

/** PostgreSQL's three truth values. */
export const TRUE = raw('TRUE');
export const FALSE = raw('FALSE');
export const UNKNOWN = raw('NULL::boolean');

/** All hold. Of none: true. */
export function and(parts: readonly Sql[]): Sql {
  return parts.length > 0 ? join(parts.map(parenthesised), ' AND ') : TRUE;
}

/** At least one holds. Of none: false. */
export function or(parts: readonly Sql[]): Sql {
  return parts.length > 0 ? join(parts.map(parenthesised), ' OR ') : FALSE;
}

function parenthesised(part: Sql): Sql {
  return sql`(${part})`;
}

import type { CallerViewer } from '../../policy/viewer-claims.ts';
import { REGISTRY_ERRORS, refuse } from './errors.ts';

/** Which part of a list is asked for. */
export interface PageAsked {
  /** How many at most. */
  readonly first: number;
  /** The cursor after which to go on. */
  readonly after: string | undefined;
}

/** Rows that follow a place in a list; undefined: the list has no such place. */
export type RowsAfter<Row> = (page: {
  readonly after: string | undefined;
  readonly most: number;
}) => Promise<readonly Row[] | undefined>;

/** A part of a list. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** Roles that read what their agency was told. */
export const TOLD_ROLES = ['supervisor', 'liaison-officer', 'privacy-officer', 'auditor', 'duty-officer'] as const;

/** Roles that read the ledger. */
export const LEDGER_ROLES = ['privacy-officer', 'auditor'] as const;

const MOST_ROWS = 100;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** @throws DeclaredError `ROLE_NOT_ENTITLED` */
export function requireRole({ role }: CallerViewer, roles: readonly string[]): void {
  if (roles.includes(role)) return;
  const named = roles.map((one) => `\`${one}\``).join(', ');
  refuse(REGISTRY_ERRORS.ROLE_NOT_ENTITLED, `this is for viewers in one of the roles ${named}`);
}

/**
 * Reads a page. Rows are known by UUIDs, which are their cursors: they say nothing, and outlive any process.
 * @throws DeclaredError `BAD_PAGE` or `BAD_CURSOR`
 */
export async function readPage<Row>({ first, after }: PageAsked, rowsAfter: RowsAfter<Row>): Promise<Page<Row>> {
  if (first < 0 || first > MOST_ROWS) refuse(REGISTRY_ERRORS.BAD_PAGE, `\`first\` is not from 0 to ${MOST_ROWS}`);
  if (after !== undefined && !UUID.test(after)) return badCursor();
  const rows = (await rowsAfter({ after, most: first + 1 })) ?? badCursor();
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first, hasPreviousPage: after !== undefined };
}

function badCursor(): never {
  return refuse(REGISTRY_ERRORS.BAD_CURSOR, 'the cursor was not given out for this list');
}

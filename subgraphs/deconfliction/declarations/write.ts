import { createHash } from 'node:crypto';
import { DECONFLICTION_ERRORS, refuse } from '../errors.ts';
import type { Transaction } from '../store/database.ts';
import type { PlannedEvent, Target } from './declaration.ts';

/**
 * Writes something declared, once.
 * @returns whether it is new; the same that came before is not
 * @throws DeclaredError `ID_TAKEN`
 */
export async function writeDeclaration(
  transaction: Transaction,
  declared: Target | PlannedEvent,
  now: Date,
): Promise<boolean> {
  const { id, agency } = declared;
  const digest = digestOf(declared);
  const { rowCount } = await transaction.query(INSERT, [JSON.stringify({ ...rowOf(declared), digest }), now]);
  if (rowCount === 1) return true;
  const { rows } = await transaction.query<{ agency: string; digest: string }>(
    'SELECT agency, digest FROM declaration WHERE id = $1',
    [id],
  );
  if (rows[0]?.agency === agency && rows[0].digest === digest) return false;
  return refuse(DECONFLICTION_ERRORS.ID_TAKEN, 'something else was declared under this id');
}

/** Keeps the selectors by which targets are found from now on. */
export async function writeSelectors(transaction: Transaction, targets: readonly Target[]): Promise<void> {
  const rows = targets.flatMap(({ id, agency, selectors }) =>
    selectors.map((selector) => ({ ...selector, declaration: id, agency })),
  );
  await transaction.query(INSERT_SELECTORS, [JSON.stringify(rows)]);
}

function rowOf(declared: Target | PlannedEvent): Readonly<Record<string, unknown>> {
  const { id, agency, caseNumber, contactId, areas, officer } = declared;
  const both = { id, agency, case_number: caseNumber, contact_id: contactId, areas, declared_by: officer };
  if ('selectors' in declared) return { ...both, kind: declared.kind, until: declared.until };
  const { operation, place, from, until } = declared;
  return { ...both, kind: 'EVENT', operation, ...place, begins: from, ends: until };
}

function digestOf(declared: Target | PlannedEvent): string {
  return createHash('sha256').update(JSON.stringify(declared)).digest('base64url');
}

const INSERT = `
  INSERT INTO declaration (id, agency, kind, case_number, contact_id, areas, declared_by, declared_at, until, digest,
    operation, place, span)
  SELECT id, agency, kind, case_number, contact_id, areas, declared_by, $2, until, digest, operation,
    point(longitude, latitude), CASE WHEN begins IS NULL THEN NULL ELSE tstzrange(begins, ends, '[]') END
  FROM jsonb_to_record($1::jsonb) AS declared (id uuid, agency text, kind text, case_number text, contact_id uuid,
    areas text[], declared_by text, until timestamptz, digest text, operation text, longitude double precision,
    latitude double precision, begins timestamptz, ends timestamptz)
  ON CONFLICT (id) DO NOTHING`;

const INSERT_SELECTORS = `
  INSERT INTO selector (blind, declaration, agency, kinds, feature, epoch)
  SELECT blind, declaration, agency, kinds, feature, epoch
  FROM jsonb_to_recordset($1::jsonb) AS told (blind uuid, declaration uuid, agency text, kinds text[], feature int,
    epoch int)
  ON CONFLICT (blind, declaration) DO NOTHING`;

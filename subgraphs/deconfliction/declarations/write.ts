import { createHash } from 'node:crypto';
import { DECONFLICTION_ERRORS, refuse } from '../errors.ts';
import type { SoughtTarget } from '../matching/meetings-of-targets.ts';
import type { Transaction } from '../store/database.ts';
import type { PlannedEvent, Target } from './declaration.ts';

/** With what something declared is matched as it is written. */
export interface Matching {
  /** Digest of the duties that stand. */
  readonly duties: string;
  readonly now: Date;
}

/**
 * Writes something that an officer declared, once.
 * @returns the id by which de-confliction knows it; undefined: it is the same that came before
 * @throws DeclaredError `ID_TAKEN`
 */
export async function writeDeclaration(
  transaction: Transaction,
  declared: Target | PlannedEvent,
  { duties, now }: Matching,
): Promise<string | undefined> {
  const { id, agency } = declared;
  const digest = digestOf(declared);
  const row = JSON.stringify({ ...rowOf(declared), digest, matched_by: duties });
  const { rows: written } = await transaction.query<{ id: string }>(INSERT, [row, now]);
  if (written[0]) return written[0].id;
  const { rows } = await transaction.query<{ source: string; digest: string }>(OWN, [agency, id]);
  if (rows.some((own) => own.source === 'OFFICER' && own.digest === digest)) return undefined;
  return refuse(DECONFLICTION_ERRORS.ID_TAKEN, 'the agency has something else under this id');
}

/** Keeps the selectors by which targets are found from now on. */
export async function writeSelectors(transaction: Transaction, targets: readonly SoughtTarget[]): Promise<void> {
  const rows = targets.flatMap(({ id, selectors }) => selectors.map((selector) => ({ ...selector, declaration: id })));
  await transaction.query(INSERT_SELECTORS, [JSON.stringify(rows)]);
}

function rowOf(declared: Target | PlannedEvent): Readonly<Record<string, unknown>> {
  const { id, agency, caseNumber, contactId, areas, officer } = declared;
  const both = { declared_id: id, agency, case_number: caseNumber, contact_id: contactId, areas, declared_by: officer };
  if ('selectors' in declared) return { ...both, kind: declared.kind, until: declared.until };
  const { operation, place, from, until } = declared;
  return { ...both, kind: 'EVENT', operation, ...place, begins: from, ends: until };
}

/** Of what the agency declares, whichever of its officers sends it. */
function digestOf({ officer: _, ...said }: Target | PlannedEvent): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url');
}

/** What an officer declares under the id of a case of the same agency would be listed beside it as if it were that. */
const INSERT = `
  INSERT INTO declaration (declared_id, agency, kind, case_number, contact_id, areas, declared_by, declared_at, until, digest,
    matched_by, operation, place, span)
  SELECT declared_id, agency, kind, case_number, contact_id, areas, declared_by, $2, until, digest, matched_by, operation,
    point(longitude, latitude), CASE WHEN begins IS NULL THEN NULL ELSE tstzrange(begins, ends, '[]') END
  FROM jsonb_to_record($1::jsonb) AS declared (declared_id uuid, agency text, kind text, case_number text, contact_id uuid,
    areas text[], declared_by text, until timestamptz, digest text, matched_by text, operation text,
    longitude double precision, latitude double precision, begins timestamptz, ends timestamptz)
  WHERE NOT EXISTS (
    SELECT FROM declaration AS own
    WHERE own.agency = declared.agency AND own.source = 'CASE' AND own.declared_id = declared.declared_id)
  ON CONFLICT (agency, source, declared_id) DO NOTHING
  RETURNING id`;

const OWN = 'SELECT source, digest FROM declaration WHERE agency = $1 AND declared_id = $2';

const INSERT_SELECTORS = `
  INSERT INTO selector (blind, declaration, agency, kinds, epoch, arrived, until)
  SELECT blind, declaration, agency, kinds, epoch, arrived, until
  FROM jsonb_to_recordset($1::jsonb) AS told (blind uuid, declaration uuid, kinds text[], epoch int)
  JOIN declaration ON declaration.id = told.declaration
  ON CONFLICT (blind, declaration) DO NOTHING`;

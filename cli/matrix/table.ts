import type { ClauseText } from '../clause-texts.ts';
import { fieldsOf, matrixCell, type MatrixCell } from '../../policy/matrix.ts';
import type { Recipient } from '../../policy/recipient.ts';
import type { ClauseId } from '../../policy/clause-id.ts';
import type { Ruleset } from '../../policy/ruleset.ts';
import { contract, type Coordinate } from '../../schema/contract.ts';
import type { Purpose } from '../../schema/purposes.ts';

/** Whose data, seen by whom. Originators of which every field is shown alike stand together. */
export interface Column {
  readonly originators: readonly string[];
  readonly recipient: string;
}

/** One field, and what each recipient may see of it. */
export interface Row {
  readonly coordinate: Coordinate;
  /** In the order of the columns; undefined: the originator has no such field. */
  readonly cells: readonly (MatrixCell | undefined)[];
}

/** Who sees what of whom for a purpose, ready to be printed. */
export interface MatrixTable {
  readonly ruleset: string;
  readonly at: string;
  /** `analyst; training privacy`. */
  readonly viewer: string;
  /** `drug-trafficking/investigation; stage match`. */
  readonly purpose: string;
  readonly columns: readonly Column[];
  readonly groups: readonly { readonly category: string; readonly rows: readonly Row[] }[];
  /** The clauses that cells name, in the order of their ids. */
  readonly clauses: readonly ClauseText[];
  /** Documents count although nobody was asked for a signature. */
  readonly asIfSigned: boolean;
}

/** What a table is made of. */
export interface TableRequest {
  readonly ruleset: Ruleset;
  readonly recipients: readonly Recipient[];
  readonly originators: readonly string[];
  readonly purpose: Purpose;
  /** Undefined: all. */
  readonly categories: readonly string[] | undefined;
}

/** Category under which fields of agencies' own stand. */
export const OWN_FIELDS = 'OWN_FIELDS';

/** The cells of every field of every originator, for every recipient but itself. */
export function tableOf(request: TableRequest): Pick<MatrixTable, 'columns' | 'groups'> {
  const { ruleset, originators, categories } = request;
  const columns = columnsOf(request);
  const coordinates = [...new Set(originators.flatMap((originator) => fieldsOf(originator, ruleset.rules)))];
  const rows = coordinates
    .map((coordinate) => ({ coordinate, cells: columns.map(({ cells }) => cells.get(coordinate)) }))
    .filter(({ coordinate, cells }) => contract.governed.has(coordinate) || cells.some(says));
  return {
    columns: columns.map(({ originators, recipient }) => ({ originators, recipient })),
    groups: grouped(rows, categories),
  };
}

/** Whether any clause speaks. */
export function says(cell: MatrixCell | undefined): boolean {
  return cell !== undefined && (cell.reason !== 'NOT_COVERED' || cell.found !== null);
}

/** `ATF, FBI → DEA`. */
export function headOf({ originators, recipient }: Column): string {
  return `${originators.join(', ')} → ${recipient}`;
}

/** The clauses that cells of a table name. */
export function clausesIn(
  groups: MatrixTable['groups'],
  texts: ReadonlyMap<ClauseId, ClauseText>,
): readonly ClauseText[] {
  const cells = groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const ids = [...new Set(cells.flatMap((cell) => cell?.clauses ?? []))].sort();
  return ids.flatMap((id) => texts.get(id) ?? []);
}

type FullColumn = Column & { readonly cells: ReadonlyMap<Coordinate, MatrixCell> };

function columnsOf({ ruleset, recipients, originators, purpose }: TableRequest): readonly FullColumn[] {
  const columns = new Map<string, FullColumn>();
  for (const recipient of recipients) {
    const grant = ruleset.grant(recipient, purpose);
    for (const originator of originators.filter((code) => code !== recipient.agency)) {
      const cells = fieldsOf(originator, ruleset.rules).map((of) => matrixCell(originator, of, grant));
      const key = JSON.stringify([recipient.agency, cells.filter(says)]);
      columns.set(key, {
        originators: [...(columns.get(key)?.originators ?? []), originator],
        recipient: recipient.agency,
        cells: new Map(cells.map((cell) => [cell.coordinate, cell])),
      });
    }
  }
  return [...columns.values()];
}

function grouped(rows: readonly Row[], categories: readonly string[] | undefined): MatrixTable['groups'] {
  return [...contract.categories.keys(), OWN_FIELDS]
    .filter((category) => !categories || categories.includes(category))
    .map((category) => ({ category, rows: rows.filter(({ coordinate }) => categoryOf(coordinate) === category) }))
    .filter((group) => group.rows.length > 0);
}

function categoryOf(coordinate: Coordinate): string {
  return contract.governed.get(coordinate)?.category ?? OWN_FIELDS;
}

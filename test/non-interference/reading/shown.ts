import { contract, type Coordinate, type Treatment } from '../../../schema/contract.ts';
import type { Stored } from '../../../subgraphs/agency/rows/stored.ts';
import { OWN_FIELDS } from '../words.ts';
import type { Viewer } from '../world/viewers.ts';
import { holds } from './conditions.ts';
import { NOBODY, nearest, type Row } from './rows.ts';
import type { Spoken } from './speaking.ts';
import { every, some, type Truth } from './truth.ts';

/** What a viewer may see of one object. */
export interface Shown {
  /** How each field is shown; the others are not. */
  readonly fields: ReadonlyMap<Coordinate, Treatment>;
  /** The fields by whose value it may be found. */
  readonly found: ReadonlySet<Coordinate>;
  /** What is told of it where no field is shown. */
  readonly told: 'CONTACT' | 'EXISTS' | undefined;
  /** A clause names whom to call about it. */
  readonly callable: boolean;
}

/** Reads the clauses that speak on one object. Nothing of it is told by the product's engine. */
export function shownOn(row: Row, originator: string, viewer: Viewer, clauses: readonly Spoken[]): Shown {
  const heard = clauses.map((clause) => ({ clause, truth: speaksOf(clause, row, originator, viewer.agency) }));
  const ours = thirdPartiesAllow(row, viewer);
  const open = ours && marksAllow(row, viewer);
  const all = coordinatesOf(row.entity.type, originator);
  const closing = heard.filter(({ clause, truth }) => clause.withholds && truth !== false);
  const whole = closing.some(({ clause }) => isWhole(clause, row));
  const closed = (coordinate: Coordinate) => whole || closing.some(({ clause }) => clause.coordinates.has(coordinate));
  const treatments = new Map<Coordinate, Treatment[]>();
  const found = new Set<Coordinate>();
  for (const { clause, truth } of heard.filter(({ clause }) => clause.shares)) {
    for (const coordinate of all) {
      const isOpen = open && !closed(coordinate);
      const how = showsHow(clause, coordinate, truth, { open: isOpen, ours });
      if (how) treatments.set(coordinate, [...(treatments.get(coordinate) ?? []), how]);
      if (how === 'full' || (isOpen && truth === true && finds(clause, coordinate))) found.add(coordinate);
    }
  }
  const fields = new Map(
    [...treatments].map(([coordinate, how]) => [coordinate, BEST.find((one) => how.includes(one))!]),
  );
  const tells = (level: string) =>
    open && !whole && heard.some(({ clause, truth }) => clause.shares?.disclosure === level && truth === true);
  const callable = tells('CONTACT');
  return { fields, found, told: callable ? 'CONTACT' : tells('EXISTS') ? 'EXISTS' : undefined, callable };
}

const BEST: readonly Treatment[] = ['full', 'generalised', 'masked'];

/** Fields that agreements name of objects of a type: its own, those of its parts, and those that its agency adds. */
function coordinatesOf(type: Stored['type'], originator: string): readonly Coordinate[] {
  const known = COORDINATES.get(type)!;
  const own = OWN_FIELDS[originator];
  return type === 'Record' && own ? [...known, own] : known;
}

const PARTS: Readonly<Record<string, readonly string[]>> = {
  Record: ['Record', 'InvestigationDetail', 'WiretapIntercept', 'FinancialMaterial'],
};
const COORDINATES = new Map(
  ['Record', 'Case', 'Person', 'Group', 'Organization', 'LiaisonContact'].map((type) => [
    type,
    [...contract.governed.values()]
      .filter((field) => (PARTS[type] ?? [type]).includes(field.type))
      .map((field) => field.coordinate),
  ]),
);

/** Whether a clause speaks of an object, of its fields or of itself. */
function speaksOf(clause: Spoken, row: Row, originator: string, recipient: string): Truth {
  const scope = (clause.shares ?? clause.withholds)!;
  return every([
    speaksOfKind(scope, row),
    scope.dataSubjects && row.entity.type === 'Person'
      ? isOneOf(row.labels['dataSubjectCategory'], scope.dataSubjects)
      : true,
    clause.named ? isNamed(clause.named, row) : true,
    some(
      clause.ways.map(({ accession, since }) =>
        every([
          holds(scope.where, row, { originator, recipient, accession }),
          ...since.map((day) => isSince(day, row)),
        ]),
      ),
    ),
  ]);
}

function speaksOfKind(
  { records, cases }: { readonly records?: readonly string[]; readonly cases?: boolean },
  row: Row,
): Truth {
  if ((!records && !cases) || row.entity.type === 'LiaisonContact') return true;
  const record = nearest(row, 'Record');
  const inRecord = records && record ? isOneOf(record.labels['kind'], records) : false;
  const inCase = Boolean(cases && nearest(row, 'Case'));
  if (row.entity.type === 'Record') return inRecord;
  return row.entity.type === 'Case' ? inCase : some([inRecord, inCase]);
}

const isOneOf = (value: unknown, values: readonly string[]): Truth =>
  value === undefined ? null : values.includes(value as string);

/** Itself, or the record or the case that it is in. */
function isNamed(ids: readonly string[], row: Row): boolean {
  if (row.entity.type === 'LiaisonContact') return false;
  const around = [row, nearest(row, 'Record'), nearest(row, 'Case')];
  return around.some((object) => object && ids.includes(object.entity.id));
}

function isSince(day: string, row: Row): Truth {
  if (row.entity.type === 'LiaisonContact') return true;
  const dated = (object: Row | undefined, label: string): Truth => {
    if (!object) return false;
    const value = object.labels[label] as string | undefined;
    return value === undefined ? null : value >= day;
  };
  return some([dated(nearest(row, 'Record'), 'recordedOn'), dated(nearest(row, 'Case'), 'openedOn')]);
}

const isWhole = ({ withholds }: Spoken, { entity }: Row): boolean =>
  withholds !== undefined && !withholds.categories && !withholds.coordinates && entity.type !== 'LiaisonContact';

/** How a clause alone shows a field of an object; undefined: it does not. */
function showsHow(
  { shares, coordinates, named }: Spoken,
  coordinate: Coordinate,
  truth: Truth,
  { open, ours }: { readonly open: boolean; readonly ours: boolean },
): Treatment | undefined {
  if (!shares) return undefined;
  const { disclosure = 'FULL', override, treatments } = shares;
  if (disclosure === 'CONTACT' && coordinate.startsWith('LiaisonContact.') && !named) return open ? 'full' : undefined;
  if (disclosure !== 'FULL' || !coordinates.has(coordinate) || truth !== true) return undefined;
  return (override ? ours : open) ? (treatments?.[coordinate] ?? 'full') : undefined;
}

const finds = ({ shares, coordinates }: Spoken, coordinate: Coordinate): boolean =>
  (shares?.disclosure === 'CONTACT' || shares?.disclosure === 'EXISTS') && coordinates.has(coordinate);

/** The originator's own marks on the record that something is, or is in. Marks that nobody stated allow nothing. */
function marksAllow(row: Row, { agency, purpose }: Viewer): boolean {
  if (row.entity.type === 'LiaisonContact') return true;
  const record = nearest(row, 'Record');
  if (!record) return nearest(row, 'Case') !== undefined;
  const { releasableTo: only, notReleasableTo: never, originatorConsent, notAsEvidence } = record.labels;
  if (!Array.isArray(only) || !Array.isArray(never) || originatorConsent !== false) return false;
  if (purpose?.use === 'evidence' && notAsEvidence !== false) return false;
  return (only.length === 0 || only.includes(agency)) && !never.includes(agency);
}

/** What came from a third party goes on to nobody else. */
function thirdPartiesAllow(row: Row, { agency }: Viewer): boolean {
  if (row.entity.type === 'LiaisonContact') return true;
  const record = nearest(row, 'Record');
  if (!record) return nearest(row, 'Case') !== undefined;
  const { obtainedFrom } = record.labels;
  return obtainedFrom === NOBODY || obtainedFrom === agency;
}

import type { Stored, StoredOf } from '../../../subgraphs/agency/rows/stored.ts';

/** An object and what it is reached through, as far as that counts. */
export interface Row {
  readonly entity: Stored;
  readonly around: Row | undefined;
  /** Its labels by name; what is not known is left out. */
  readonly labels: Readonly<Record<string, unknown>>;
}

/** A record and a case stand for themselves; whatever else is met within something is met as a part of that. */
export function rowOf(entity: Stored, around?: Row): Row {
  const within = entity.type === 'Record' || entity.type === 'Case' || !around ? NOTHING : around;
  const rows = ROWS.get(entity) ?? new WeakMap<object, Row>();
  const row = rows.get(within) ?? {
    entity,
    around: within === NOTHING ? undefined : around,
    labels: known(labelsOf(entity)),
  };
  ROWS.set(entity, rows.set(within, row));
  return row;
}

const NOTHING = {};
/** An object where it stands is one row, however often it is looked at. */
const ROWS = new WeakMap<Stored, WeakMap<object, Row>>();

/** The object itself, then what it is within, outwards. */
export function outwards(row: Row): readonly Row[] {
  return [row, ...(row.around ? outwards(row.around) : [])];
}

/** The nearest object of a type. */
export const nearest = (row: Row, type: Stored['type']): Row | undefined =>
  outwards(row).find(({ entity }) => entity.type === type);

/** Names of the labels of each type, as the contract documents them. */
export const LABELS: Readonly<Record<Stored['type'], readonly string[]>> = {
  Record: [
    ...['reference', 'kind', 'crimeAreas', 'program', 'occurredOn', 'recordedOn', 'office'],
    ...['releasableTo', 'notReleasableTo', 'originatorConsent', 'notAsEvidence', 'handlingCodes', 'obtainedFrom'],
  ],
  Case: ['reference', 'status', 'crimeAreas', 'program', 'office', 'openedOn', 'closedOn', 'districts'],
  Person: ['reference', 'dataSubjectCategory', 'minor', 'nationalities'],
  Group: ['reference', 'groupKind'],
  Organization: ['reference', 'organizationKind'],
  LiaisonContact: ['contactRole', 'hostCountry', 'onCall', 'contactAreas'],
};

function labelsOf(entity: Stored): Readonly<Record<string, unknown>> {
  const reference = entity.id;
  switch (entity.type) {
    case 'Record':
      return { ...entity, reference, ...marksOf(entity) };
    case 'Case':
      return { ...entity, reference };
    case 'Person':
      return { ...entity, reference, nationalities: entity.currentNationalities };
    case 'Group':
      return { reference, groupKind: entity.kind };
    case 'Organization':
      return { reference, organizationKind: entity.kind };
    case 'LiaisonContact':
      return { ...entity, contactRole: entity.role, contactAreas: entity.areas };
  }
}

const NO_MARKS = { releasableTo: [], notReleasableTo: [], originatorConsent: false, notAsEvidence: false, codes: [] };

/** No marks (null) is another thing than marks that nobody stated (undefined). */
function marksOf({ handling, obtainedFrom }: StoredOf<'Record'>): Readonly<Record<string, unknown>> {
  const { codes, ...marks } = { ...(handling === undefined ? { codes: undefined } : (handling ?? NO_MARKS)) };
  const party = obtainedFrom === undefined ? {} : { obtainedFrom: obtainedFrom?.party ?? NOBODY };
  return { obtainedFrom: undefined, ...marks, handlingCodes: codes, ...party };
}

/** From nobody else: known to be the agency's own. */
export const NOBODY = Symbol('nobody');

function known(labels: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== undefined && value !== null));
}

import type { LabelColumn } from '../kit/sql/label-column.ts';

/** The contract's entities that the index points to. */
export const POINTER_TYPES = { Record: 'RECORD', Case: 'CASE', LiaisonContact: 'LIAISON_CONTACT' } as const;

/** A contract entity that the index points to. */
export type Family = keyof typeof POINTER_TYPES;

/** The hub's root field that searches it. */
export const ROOT_FIELDS = { Record: 'records', Case: 'cases', LiaisonContact: 'liaisonContacts' } as const;

/** How the index names it. */
export type PointerType = (typeof POINTER_TYPES)[Family];

export type { LabelColumn };

/** A column that is written from the labels that an agency tells. */
export interface ToldColumn extends LabelColumn {
  readonly kind: Exclude<LabelColumn['kind'], 'id'>;
}

const text = (column: string): LabelColumn => ({ column, kind: 'text' });
const list = (column: string): LabelColumn => ({ column, kind: 'list' });
const date = (column: string): LabelColumn => ({ column, kind: 'date' });
const boolean = (column: string): LabelColumn => ({ column, kind: 'boolean' });
const OWN_ID: LabelColumn = { column: 'id', kind: 'id' };

/** The columns of every label that the contract gives these entities, by the label's name. */
export const LABEL_COLUMNS: Readonly<Record<Family, ReadonlyMap<string, LabelColumn>>> = {
  Record: new Map([
    ['reference', OWN_ID],
    ['kind', text('kind')],
    ['crimeAreas', list('crime_areas')],
    ['program', text('program')],
    ['occurredOn', date('occurred_on')],
    ['recordedOn', date('recorded_on')],
    ['office', text('office')],
    ['releasableTo', list('releasable_to')],
    ['notReleasableTo', list('not_releasable_to')],
    ['originatorConsent', boolean('originator_consent')],
    ['notAsEvidence', boolean('not_as_evidence')],
    ['handlingCodes', list('handling_codes')],
    ['obtainedFrom', text('obtained_from')],
  ]),
  Case: new Map([
    ['reference', OWN_ID],
    ['status', text('status')],
    ['crimeAreas', list('crime_areas')],
    ['program', text('program')],
    ['office', text('office')],
    ['openedOn', date('opened_on')],
    ['closedOn', date('closed_on')],
    ['districts', list('districts')],
  ]),
  LiaisonContact: new Map([
    ['contactRole', text('contact_role')],
    ['hostCountry', text('host_country')],
    ['onCall', boolean('on_call')],
    ['contactAreas', list('contact_areas')],
  ]),
};

/** The labels that agencies tell of a pointer, by name: all but its own id. */
export function toldLabels(family: Family): ReadonlyMap<string, ToldColumn> {
  return TOLD[family];
}

const told = (family: Family): ReadonlyMap<string, ToldColumn> =>
  new Map([...LABEL_COLUMNS[family]].filter((entry): entry is [string, ToldColumn] => entry[1].kind !== 'id'));

const TOLD = { Record: told('Record'), Case: told('Case'), LiaisonContact: told('LiaisonContact') };

/** The family of a pointer. */
export function familyOf(type: PointerType): Family {
  return FAMILIES[type];
}

const FAMILIES: Readonly<Record<PointerType, Family>> = {
  RECORD: 'Record',
  CASE: 'Case',
  LIAISON_CONTACT: 'LiaisonContact',
};

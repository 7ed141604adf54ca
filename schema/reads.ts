import type { Coordinate } from './contract.ts';

/** Coordinates of the contract by the name of what reads them. */
type Reads = Readonly<Record<string, Coordinate>>;

/**
 * What the filters of the hub's searches read, by root field and filter field; in the hub's SDL `@reads` says the same.
 * A filter is covered by the rule of the field that it reads: a row answers to it only where it may be found by that
 * field. What is not listed (`originators`) reads no governed field.
 */
export const READS: Readonly<Record<string, Reads>> = {
  records: {
    kinds: 'Record.kind',
    crimeAreas: 'Record.crimeAreas',
    programs: 'Record.program',
    occurredFrom: 'Record.occurredOn',
    occurredUntil: 'Record.occurredOn',
    recordedFrom: 'Record.recordedOn',
    recordedUntil: 'Record.recordedOn',
  },
  cases: {
    status: 'Case.status',
    crimeAreas: 'Case.crimeAreas',
    programs: 'Case.program',
    districts: 'Case.districts',
    openedFrom: 'Case.openedOn',
    openedUntil: 'Case.openedOn',
  },
  liaisonContacts: {
    areas: 'LiaisonContact.areas',
    roles: 'LiaisonContact.role',
    hostCountries: 'LiaisonContact.hostCountry',
    onCall: 'LiaisonContact.onCall',
  },
};

/** What the orders of the hub's searches read, by root field and order. A row is sorted by what is shown of it. */
export const SORTS: Readonly<Record<string, Reads>> = {
  records: { RECORDED_ON_DESC: 'Record.recordedOn', OCCURRED_ON_DESC: 'Record.occurredOn' },
  cases: { OPENED_ON_DESC: 'Case.openedOn', CLOSED_ON_DESC: 'Case.closedOn' },
};
